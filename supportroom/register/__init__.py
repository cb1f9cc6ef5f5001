"""The register: every recommendation of the room, to whom it is addressed, and where it stands.

Nouns: Addressee (a body that is asked, its representatives with accounts, its address for letters), Theme (a
cross-cutting one that the room keeps: women, youth, disability, region), Document (a text of earlier years),
Recommendation (what is asked, since when, out of which paragraph; numbered within its year), Demand (several texts
that ask the same: one demand with all its sources and dates), Submission (one recommendation to one addressee, with
the day its answer is due), Happening (one step of its way that everybody may read: what, when, by whom, where it
stands written).
Verbs: record (out of a statement, report, paper or document), amend, address, release (the public sees it), bring
together (into a demand), set aside, take back. What addressees answer stands in `answers`, what briefings say of it
in `briefings`, the pages that show all of it in `followup`.
"""
