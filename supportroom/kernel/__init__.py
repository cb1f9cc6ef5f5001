"""The ground floor: what every app stands on, with no idea of consultations.

Errors with a code and a wording, the actor of a request and what it may do, lifecycles as tables, texts in several
languages with each translation's state, Arabic folding, the clock, opaque ids, abstract models.
It imports nothing of ours.
"""
