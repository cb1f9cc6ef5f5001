"""Addressees, earlier documents and recommendations, built by the product's own actions."""

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import Any

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.register.actions import (
    add_addressee,
    add_document,
    bring_together,
    name_representative,
    record_recommendations,
    release_recommendations,
)
from supportroom.register.models import Addressee, Demand, Document, Recommendation
from supportroom.register.recording import Ask
from tests.factories.rounds import words

ASKED = date(2020, 9, 14)
_numbers = count(1)


def an_addressee(
    name: MultilingualText | None = None,
    *,
    kind: str = "office",
    language: str = "en",
    address: str = "desk@addressee.example.org",
    answer_days: int | None = None,
    people: Sequence[Person] = (),
) -> Addressee:
    """Enter a body that is asked; `people` answer for it."""
    number = next(_numbers)
    name = name or words(f"Invented Contact Group {number}", f"مجموعة الاتصال المبتكرة {number}")
    addressee = add_addressee(
        actor=SYSTEM, name=name, kind=kind, language=language, address=address, answer_days=answer_days
    )
    for person in people:
        name_representative(actor=SYSTEM, addressee=addressee, person=person)
    return addressee


def a_document(title: MultilingualText | None = None, **fields: Any) -> Document:
    """Enter a report of September 2020."""
    fields = {
        "kind": "report",
        "dated_on": ASKED,
        "precision": "day",
        "language": "en",
        "by": words("The June meeting of the room", "لقاء حزيران للغرفة"),
        "link": "https://example.org/report",
        **fields,
    }
    return add_document(actor=SYSTEM, title=title or words("An earlier report", "تقرير سابق"), **fields)


def an_ask(text: MultilingualText | None = None, **fields: Any) -> Ask:
    """Say what was asked for, in September 2020."""
    number = next(_numbers)
    text = text or words(f"Let trucks number {number} pass.", f"السماح بمرور القافلة {number}.")
    return Ask(text=text, **{"asked_on": ASKED, **fields})


def recommendations(*asks: Ask, released: bool = True, document: Document | None = None) -> list[Recommendation]:
    """Record what an earlier document asked for, and show it to the public, in the order given."""
    source = document or a_document()
    before = set(source.recommendations.values_list("pk", flat=True))
    record_recommendations(actor=SYSTEM, source=source, entries=list(asks))
    recorded = list(source.recommendations.exclude(pk__in=before).order_by("position"))
    if released:
        release_recommendations(actor=SYSTEM, recommendations=recorded)
    return recorded


def a_recommendation(
    *,
    released: bool = True,
    addressees: Sequence[Addressee] = (),
    text: MultilingualText | None = None,
    asked_on: date = ASKED,
    document: Document | None = None,
    **fields: Any,
) -> Recommendation:
    """Record one recommendation out of an earlier document, and show it to the public."""
    ask = an_ask(text, asked_on=asked_on, addressees=tuple(addressees), **fields)
    return recommendations(ask, released=released, document=document)[0]


def a_demand(*members: Recommendation, title: MultilingualText | None = None, bond: str = "same") -> Demand:
    """Bring recommendations together; without any, four of 2017, 2020, 2021 and 2023."""
    chosen = list(members) or [a_recommendation(asked_on=date(year, 3, 1)) for year in (2017, 2020, 2021, 2023)]
    title = title or words("Tell us what became of it", "أخبرونا بما حلّ بتوصياتنا")
    return bring_together(actor=SYSTEM, recommendations=chosen, title=title, bond=bond)
