"""Members' checks: a question put to all members for some days, decided by majority; no opinion on what it is about.

Nouns: MembersCheck (a question about a subject, an opaque reference with its version; opens and closes by stored
instants; the charter's majority and quorum, and the roll, frozen when it opens), RollEntry (who was a member then and
may answer), CheckAnswer (for, against, abstain, under a handle: who answered what is known to nobody but the member,
until the close, and to nobody after). Verbs: open_members_check, answer, withdraw_members_check, count (when the window
is over: the tally, whether it is agreed and why; answers, roll and key are destroyed). An app above learns the outcome
by `counting.at_count(purpose, callback)`, shows a check by `showing.shown` and the macro in `checks/_check.html`.
Results are seen after the close alone (S20).
"""
