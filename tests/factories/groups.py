"""Working groups at any stage: built by the product's own actions."""

from datetime import timedelta
from typing import Any

from supportroom.groups.actions import Choice, appoint, call_group, open_group, stand
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.groups.queries import candidates_of, people_of
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words

PLACES = ("SY-ID", "TR", "SY-DI", "LB", "JO", "SY-HL", "IQ", "DE")


def called_group(by: Person | Actor = SYSTEM, title: str = "Civic space", **details: Any) -> WorkingGroup:
    """Call for a group."""
    actor = actor_of(by) if isinstance(by, Person) else by
    details = {"title": words(title), "task": words("Write down what keeps associations from working."), **details}
    return call_group(actor=actor, **details)


def opened_group(*, until: Any = None, **details: Any) -> WorkingGroup:
    """Call for a group and open it to candidates, for two weeks unless said otherwise."""
    group = called_group(**details)
    return open_group(actor=SYSTEM, group=group, candidates_until=until or now() + timedelta(days=14))


def stands(group: WorkingGroup, person: Person, **said: Any) -> Candidate:
    """Let somebody stand."""
    said = {"years": 6, "works": "A study of licences", "lives_in": PLACES[0], "works_in": PLACES[0], **said}
    return stand(actor=actor_of(person), group=group, **said)


def a_group_at_work(*people: Person, seats: int = 3, title: str = "Civic space", **details: Any) -> WorkingGroup:
    """Give a group at work: `seats` seats, held by these people and by others who are made."""
    group = opened_group(title=title, **details)
    others = [make_person(f"Seat Holder-Invented {number}", "member") for number in range(len(people), seats)]
    for number, person in enumerate([*people, *others]):
        stands(group, person, lives_in=PLACES[number % len(PLACES)], works_in=PLACES[number % len(PLACES)])
    by_person = {candidate.person_id: candidate for candidate in candidates_of(group)}
    choices = [
        Choice(by_person[person.pk], words("Six years of work on licences, and lives where they are refused."))
        for person in [*people, *others]
    ]
    return appointed(group, choices)


def appointed(group: WorkingGroup, choices: list[Choice]) -> WorkingGroup:
    """Appoint."""
    return appoint(actor=SYSTEM, group=group, choices=choices)


def holders(group: WorkingGroup) -> list[Person]:
    """Give who holds the seats, in order."""
    return list(people_of(group))


def seat_actor(group: WorkingGroup, number: int = 1) -> Actor:
    """Give the actor of who holds a seat, by its number."""
    return actor_of(group.seats.get(number=number, state="held").person)
