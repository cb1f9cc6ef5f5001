"""Consent is each person's own."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission


@permission("protection.give_consent")
@permission("protection.withdraw_consent")
def is_that_person(actor: Actor, thing: Any) -> bool:
    """Only the person themselves (S17)."""
    return actor.person_id is not None and actor.person_id == thing.pk
