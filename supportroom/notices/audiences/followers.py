"""Who follows a thing, and who does not want to."""

from collections.abc import Iterable
from typing import Any

from supportroom.journal.models import reference
from supportroom.notices.models import Following


def choices_about(thing: Any) -> dict[int, bool]:
    """Give who has chosen to follow a thing, or not to, by person."""
    return dict(Following.objects.filter(thing=reference(thing)).values_list("person_id", "is_on"))


def without_those_who_left(people: Iterable[int], thing: Any) -> set[int]:
    """Leave out who does not want to follow the thing any more."""
    chosen = choices_about(thing)
    return {person for person in people if chosen.get(person, True)}


def with_followers(people: Iterable[int], thing: Any) -> set[int]:
    """Add who follows a thing and leave out who does not want to; whether they see it is not asked here."""
    chosen = choices_about(thing)
    return {person for person in {*people, *chosen} if chosen.get(person, True)}
