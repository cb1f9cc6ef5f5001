"""Consent is each person's own; what is kept is forgotten by the room itself, and looked at by the team."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("protection.give_consent")
@permission("protection.withdraw_consent")
def is_that_person(actor: Actor, thing: Any) -> bool:
    """Only the person themselves (S17)."""
    return actor.person_id is not None and actor.person_id == thing.pk


@permission("protection.forget_refusals")
@permission("protection.seal_anew")
def nobody(actor: Actor, thing: Any) -> bool:
    """The room does this by itself."""
    return False


@permission("protection.read_what_is_kept")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team reads what is overdue, and whether the journal is whole."""
    return actor.holds(TEAM)
