"""The programme of a round: what each session speaks about, published in versions, and everybody's calendar.

Nouns: Session topic (a topic and its discussion points in a session), Programme version (a frozen state, with what
changed), Facilitation offer (somebody would facilitate a session that seeks one), Calendar link (secret, revocable).
Verbs: set_topics, publish_programme; offer_facilitation, take_offer_back; open_calendar, revoke_calendar. Pure rules:
`conflicts` (parallel groups, people, places, outside the round's days) and `changes` (between two versions). Calendars
name neither the room nor the topic nor anybody (S40).
"""
