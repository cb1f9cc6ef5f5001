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
@permission("people.ask_recovery")
@permission("people.second_recovery")
@permission("people.open_recovery")
@permission("people.add_competence")
@permission("people.amend_competence")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team keeps the roll."""
    return actor.holds(TEAM)


@permission("people.accept_invitation")
@permission("people.use_recovery")
def holds_link(actor: Actor, thing: Any) -> bool:
    """Whoever holds the link may use it: the token itself is the proof."""
    return True


@permission("people.set_language")
@permission("people.set_profile")
def is_self(actor: Actor, thing: Any) -> bool:
    """A person sets their own language and clock, and says of themselves what they like; nobody else does."""
    return actor.person_id is not None and actor.person_id == thing.pk


@permission("people.set_up_second_factor")
@permission("people.renew_codes")
@permission("people.add_passkey")
@permission("people.remove_passkey")
@permission("people.change_password")
@permission("people.leave_everywhere")
def is_own(actor: Actor, thing: Any) -> bool:
    """An account's way in is changed by its owner alone."""
    return actor.account_id is not None and actor.account_id == thing.pk


@permission("people.stop_recovery")
def is_team_or_own(actor: Actor, thing: Any) -> bool:
    """Letting somebody in anew is stopped by the team, or by the person who was never away."""
    return actor.holds(TEAM) or is_own(actor, thing.account)
