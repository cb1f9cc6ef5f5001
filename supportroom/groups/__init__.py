"""Working groups: three to five members who write a joint paper on a topic; how they are called and appointed.

Nouns: WorkingGroup (called, open to candidates, at work, closed; or not opened), Candidate (fields, years, works, where
they live and work, conflict of interest), Seat (who is appointed, with the published reason; given up, or replaced),
coordinator (chosen by the seats among themselves). Verbs: call_group, open_group (the team, or a members' check),
stand, withdraw_candidacy, appoint (competence first, then spread, then quotas: `appointing`, a pure function that
returns its ranking and its reasons; people confirm or change with a reason), resign, replace, name_coordinator,
close_group. A group's library, discussion, meetings and paper stand on floors above.
"""
