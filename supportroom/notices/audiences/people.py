"""People by what they are in the room, and what is told of their accounts."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from supportroom.notices.audiences.audience import Audience
from supportroom.notices.vocabulary import SECURITY
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER, OFFICE, TEAM


def members(thing: Any) -> Iterable[int]:
    """Every member of the room."""
    return Person.objects.holding(MEMBER).values_list("pk", flat=True)


def team(thing: Any) -> Iterable[int]:
    """The team."""
    return Person.objects.holding(TEAM).values_list("pk", flat=True)


def office(thing: Any) -> Iterable[int]:
    """The Envoy's office."""
    return Person.objects.holding(OFFICE).values_list("pk", flat=True)


def themselves(thing: Person) -> Iterable[int]:
    """The person whom it is about."""
    return [thing.pk]


def is_of_the_team(facts: Mapping[str, Any]) -> bool:
    """Tell whether an entry speaks of the team's role: who joins it and who leaves it is told to all of it."""
    return facts.get("role") == TEAM


THEMSELVES: Final = Audience(SECURITY, themselves)
AUDIENCES: Final[dict[str, tuple[Audience, ...]]] = dict.fromkeys(
    (
        "people.accept_invitation",
        "people.change_password",
        "people.set_up_second_factor",
        "people.add_passkey",
        "people.remove_passkey",
        "people.ask_recovery",
        "people.second_recovery",
        "people.open_recovery",
        "people.use_recovery",
    ),
    (THEMSELVES,),
) | {
    "people.give_role": (THEMSELVES, Audience(SECURITY, team, kind="people.joined_team", only_if=is_of_the_team)),
    "people.take_role": (THEMSELVES, Audience(SECURITY, team, kind="people.left_team", only_if=is_of_the_team)),
}
