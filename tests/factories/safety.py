"""Requests that take two, buddies, reports: by the app's own actions."""

from typing import Any

from supportroom.journal.models import reference
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import random_id
from supportroom.people.actions import accept_invitation, invite_person
from supportroom.people.models import Person
from supportroom.people.tokens import new_token
from supportroom.room.models import Room
from supportroom.room.queries import forget_charter
from supportroom.safety import actions
from supportroom.safety.models import ApprovalRequest, Buddy, Incident
from supportroom.safety.vocabulary import FOCAL_POINT, LOCK, UNLOCK
from tests.factories.personas import PASSWORD, actor_of, make_person

NOTE = "We spoke by telephone; the voice and the agreed word were right."


def second_of_team() -> Person:
    """Another of the team."""
    return make_person("Tarek Team-Invented", "team")


def asked_for(kind: str, person: Person, by: Person, note: str = NOTE) -> ApprovalRequest:
    """Something that one of the team asked for, about a person."""
    thing = reference(person)
    return actions.ask_approval(actor=actor_of(by), kind=kind, thing=thing, note=note)


def approved(kind: str, person: Person, by: Person, other: Person) -> ApprovalRequest:
    """Something that one asked for and another approved."""
    request = asked_for(kind, person, by)
    return actions.approve_request(actor=actor_of(other), approval_request=request)


def locked(person: Person, by: Person, other: Person) -> None:
    """Lock somebody's account by two of the team."""
    approved(LOCK, person, by, other)


def unlocked(person: Person, by: Person, other: Person) -> None:
    """Lift the lock by two of the team."""
    approved(UNLOCK, person, by, other)


def invited_anew(person: Person) -> None:
    """Give a person without an account a new one, as after an unlock."""
    invitation = invite_person(actor=SYSTEM, person=person, token=new_token())
    accept_invitation(actor=SYSTEM, invitation=invitation, email=f"a{random_id()}@example.org", password=PASSWORD)


def buddies(person: Person, buddy: Person, *, agreed: bool = True) -> Buddy:
    """A pair of whom one trusts the other."""
    pair = actions.name_buddy(actor=actor_of(person), person=person, name=buddy.name)
    return actions.agree_to_buddy(actor=actor_of(buddy), buddy=pair) if agreed else pair


def named_focal_point(person: Person, by: Person, other: Person) -> Room:
    """Let two of the team name who takes reports."""
    approved(FOCAL_POINT, person, by, other)
    forget_charter()
    return Room.objects.get()


def reported(by: Person, kind: str = "threat", words: str = "Somebody called me by night.") -> Incident:
    """A report to the focal point."""
    return actions.report_incident(actor=actor_of(by), kind=kind, words=words)


def permitted(kind: str, thing: Any, who: Person) -> None:
    """Let somebody of the team take a list along: they asked, another approved."""
    asked = {"actor": actor_of(who), "kind": kind, "thing": reference(thing)}
    actions.approve_request(actor=actor_of(second_of_team()), approval_request=actions.ask_approval(**asked))
