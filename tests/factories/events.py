"""Public events: built by the product's own actions."""

from datetime import timedelta
from typing import Any

from supportroom.events.actions import announce_event, plan_event
from supportroom.events.models import PublicEvent
from supportroom.events.vocabulary import PRESS_CONFERENCE
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from tests.factories.rounds import words


def a_planned_event(title: str = "Presentation of the report", *, days: int = 3, **fields: Any) -> PublicEvent:
    """Plan a press conference of an hour, in so many days."""
    starts_at = fields.pop("starts_at", None) or now() + timedelta(days=days)
    given = {
        "kind": PRESS_CONFERENCE,
        "title": words(title, f"{title} بالعربية"),
        "place": words("Press room, Geneva", "قاعة الصحافة، جنيف"),
        "ends_at": starts_at + timedelta(hours=1),
        "time_zone": "Europe/Zurich",
    }
    return plan_event(actor=SYSTEM, starts_at=starts_at, **{**given, **fields})


def an_announced_event(title: str = "Presentation of the report", **fields: Any) -> PublicEvent:
    """Plan an event and announce it."""
    return announce_event(actor=SYSTEM, event=a_planned_event(title, **fields))
