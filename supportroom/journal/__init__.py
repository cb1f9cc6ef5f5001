"""The journal: an append-only record of what happened, and the one door through which anything happens.

Nouns: Entry (what was done, by which actor, to which thing; opaque references, no foreign keys), Receipt (the answer to
a form that may come twice). Verbs: `@action` opens the door: one transaction, the permission asked, at least one entry
written, the same form answered once. `writing` holds the only ways to write a row. Floors above read the journal;
nothing is told upwards by signals. What happens under the Chatham House Rule is recorded without an actor.
"""
