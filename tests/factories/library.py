"""Sources and notes of a working group's library: built by the product's own actions."""

from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.library.actions import add_note, add_source
from supportroom.library.models import Source, SourceNote
from supportroom.people.models import Person
from tests.factories.personas import actor_of

HAMDAN: dict[str, Any] = {
    "title": "البلديات والمياه: من يدفع؟",
    "kind": "article",
    "language": "ar",
    "authors": [{"family": "حمدان", "given": "ليلى"}, {"family": "سالم", "given": "نور"}],
    "issued": [2021, 3],
    "container": "مجلة الإدارة المحلية",
    "volume": "3",
    "issue": "2",
    "pages": "12-20",
    "doi": "10.1234/hamdan",
}
DOE: dict[str, Any] = {
    "title": "The town as a well",
    "kind": "book",
    "language": "en",
    "authors": [{"family": "Doe", "given": "Jane"}],
    "issued": [2019],
    "publisher": "River Press",
    "place": "Oslo",
    "isbn": "9780306406157",
}
LAW: dict[str, Any] = {
    "title": "قانون الجمعيات",
    "kind": "law",
    "language": "ar",
    "number": "رقم 93",
    "issued": [1958, 7, 8],
    "container": "الجريدة الرسمية",
}


def a_source(group: WorkingGroup, by: Person | Actor = SYSTEM, **details: Any) -> Source:
    """Add a source: the town as a well, unless said otherwise."""
    actor = actor_of(by) if isinstance(by, Person) else by
    return add_source(actor=actor, group=group, **{**DOE, **details})


def three_sources(group: WorkingGroup) -> list[Source]:
    """Add an article and a law in Arabic, and a book in English."""
    return [add_source(actor=SYSTEM, group=group, **each) for each in (HAMDAN, LAW, DOE)]


def a_note(source: Source, by: Person, text: str = "The third chapter is what we need.") -> SourceNote:
    """Note something on a source."""
    return add_note(actor=actor_of(by), source=source, text=text)
