"""Press conferences and other public events, with their calendar.

Nouns: PublicEvent (title, kind, place, link, times by a zone's clock). Verbs: plan_event, amend_event, announce_event,
call_off_event, say_held. Who speaks or comes is never named here.
"""
