"""Who may do what with persons and accounts."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("people.add_person")
@permission("people.amend_person")
@permission("people.give_role")
@permission("people.take_role")
@permission("people.invite_person")
@permission("people.read_roll")
@permission("people.add_competence")
@permission("people.amend_competence")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team keeps the roll."""
    return actor.holds(TEAM)


@permission("people.accept_invitation")
def holds_link(actor: Actor, thing: Any) -> bool:
    """Whoever holds the link may use it: the token itself is the proof."""
    return True


@permission("people.set_language")
@permission("people.set_profile")
def is_self(actor: Actor, thing: Any) -> bool:
    """A person sets their own language and clock, and says of themselves what they like; nobody else does."""
    return actor.person_id is not None and actor.person_id == thing.pk
