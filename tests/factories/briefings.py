"""Briefings and what was read in them, built by the product's own actions."""

from datetime import date
from itertools import count
from typing import Any

from supportroom.briefings.actions import log_briefing, read, read_again
from supportroom.briefings.models import Briefing, Reflection
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.people.models import Person
from supportroom.register.models import Recommendation
from tests.factories.personas import actor_of
from tests.factories.rounds import words

GIVEN = date(2021, 3, 15)
TEXT = """Mr. President, this is invented briefing number {number} of the Envoy to the Council.

Trucks with food and medicine must pass the lines without delay, as the room of civil society has asked for years.

I met women from all regions of the country. They asked me to make sure that detained people come home.

Prices of bread and fuel have doubled since the winter, and families sell what they own to buy both."""
_numbers = count(1)


def a_briefing(text: str = "", *, given_on: date = GIVEN, actor: Actor = SYSTEM, **fields: Any) -> Briefing:
    """Log a briefing of March 2021 with four passages, or with a text of one's own."""
    number = next(_numbers)
    fields = {
        "symbol": f"S/PV.{9000 + number}",
        "title": words("The situation in the country", "الوضع في البلاد"),
        "language": "en",
        "link": f"https://example.org/pv/{number}",
        **fields,
    }
    text = text or TEXT.format(number=number)
    return log_briefing(actor=actor, given_on=given_on, text=text, **fields)


def a_reading(
    recommendation: Recommendation,
    briefing: Briefing,
    reader: Person | None = None,
    verdict: str = "absent",
    **fields: Any,
) -> Reflection:
    """Read a recommendation in a briefing; reflected and partly quote the second passage unless said otherwise."""
    if verdict != "absent" and not fields.get("quotation"):
        fields.setdefault("passage", briefing.passages.get(number=2))
    actor = actor_of(reader) if reader else SYSTEM
    return read(actor=actor, recommendation=recommendation, briefing=briefing, verdict=verdict, **fields)


def read_twice(
    recommendation: Recommendation, briefing: Briefing, verdict: str = "absent", second: str = "", **fields: Any
) -> Reflection:
    """Let two readers read it; `second` is the other's verdict where they differ."""
    reflection = a_reading(recommendation, briefing, verdict=verdict, **fields)
    return read_again(actor=SYSTEM, reflection=reflection, verdict=second or verdict)
