"""The one way by which a name reaches a page."""

from collections.abc import Iterable
from typing import Any

from supportroom.journal.models import reference
from supportroom.people.models import Person
from supportroom.protection.models import Consent
from supportroom.protection.vocabulary import NOT_NAMED, PUBLIC


def name_for(person: Person | None, audience: str, *, consented: bool = False) -> str:
    """Give how the person is named to an audience: by name inside the room, to the public only with their consent."""
    if person is None or (audience == PUBLIC and not consented):
        return str(NOT_NAMED)
    return person.name


def consenting(thing: Any) -> set[int]:
    """Give the ids of the persons who agree to be named in this thing."""
    given = Consent.objects.filter(thing=reference(thing), given=True)
    return set(given.values_list("person_id", flat=True))


def names_released(persons: Iterable[Person], thing: Any) -> list[str]:
    """Give the names of those, and only those, who agree to be named in this thing."""
    agreed = consenting(thing)
    return [person.name for person in persons if person.pk in agreed]
