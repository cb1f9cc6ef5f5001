"""Members' checks: a question put to all members for some days, decided by majority; no opinion on what it is about.

Nouns: MembersCheck (a question about a subject, an opaque reference with its version; opens and closes by stored
instants; the charter's majority and quorum, frozen with the roll's size when it opens), CheckAnswer (for, against,
abstain, under a handle: who answered what is known to nobody but the member, until the close, and to nobody after).
Verbs: open_members_check, answer, withdraw_members_check, count (when the window is over: the tally, whether it is
agreed and why; the answers and the key are destroyed). An app above learns the outcome by `at_count(purpose, callback)`.
Results are seen after the close alone (S20).
"""
