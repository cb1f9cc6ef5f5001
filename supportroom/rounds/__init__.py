"""Rounds of consultation: what the team prepares and where people meet.

Nouns: Round (draft, running, reporting, published), Group (parallel ones in a round), Session (planned, open, closed;
plenary, briefing, closed consultation, presentation), Participant (a person in a round and group, with what the figures
count). Verbs: create_round, start_round, begin_reporting, add_group, add_session, add_participant, import_participants,
open_session (facilitator and rapporteur are chosen), close_session. Sessions are under the Chatham House Rule unless
said otherwise: opening makes the session's key, closing destroys it.
"""
