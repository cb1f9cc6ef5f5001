"""All that is done to programmes, offers to facilitate, and calendars: one file a noun."""

from supportroom.programme.actions.calendars import open_calendar, revoke_calendar
from supportroom.programme.actions.offers import offer_facilitation, take_offer_back
from supportroom.programme.actions.programme import publish_programme, set_topics

__all__ = [
    "offer_facilitation",
    "open_calendar",
    "publish_programme",
    "revoke_calendar",
    "set_topics",
    "take_offer_back",
]
