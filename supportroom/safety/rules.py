"""Who may ask, approve, lock, close, report and read."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.room.models import Room
from supportroom.safety.models import ApprovalRequest, Buddy, Incident
from supportroom.safety.vocabulary import AGREED


@permission("safety.ask_approval")
@permission("safety.read_requests")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team; whom it concerns is told apart by the action."""
    return actor.holds(TEAM)


@permission("safety.approve_request")
@permission("safety.refuse_request")
def is_another(actor: Actor, thing: ApprovalRequest) -> bool:
    """Another of the team: never who asked, never whom it concerns (S13)."""
    return actor.holds(TEAM) and actor.person_id not in (None, thing.asked_by_id, thing.concerns_id)


@permission("safety.withdraw_request")
def asked_for_it(actor: Actor, thing: ApprovalRequest) -> bool:
    """Who asked for it."""
    return actor.person_id is not None and actor.person_id == thing.asked_by_id


@permission("safety.lapse_requests")
@permission("safety.forget_requests")
@permission("safety.forget_incidents")
def nobody(actor: Actor, thing: Any) -> bool:
    """The room does this by itself."""
    return False


@permission("safety.name_buddy")
def is_member_themselves(actor: Actor, thing: Any) -> bool:
    """A member, for themselves."""
    return actor.holds(MEMBER, TEAM) and actor.person_id is not None and actor.person_id == thing.pk


@permission("safety.agree_to_buddy")
def was_asked(actor: Actor, thing: Buddy) -> bool:
    """Who was asked to be a buddy."""
    return actor.person_id is not None and actor.person_id == thing.buddy_id


@permission("safety.end_buddy")
def is_one_of_the_two(actor: Actor, thing: Buddy) -> bool:
    """Either of the two, at any time."""
    return actor.person_id is not None and actor.person_id in (thing.person_id, thing.buddy_id)


@permission("safety.lock_as_buddy")
def is_buddy(actor: Actor, thing: Buddy) -> bool:
    """The buddy, once they have agreed."""
    return was_asked(actor, thing) and thing.state == AGREED


@permission("safety.close_account")
def is_self(actor: Actor, thing: Any) -> bool:
    """Everybody closes their own account, and nobody else's."""
    return actor.person_id is not None and actor.person_id == thing.pk


@permission("safety.report_incident")
def is_known(actor: Actor, thing: Any) -> bool:
    """Everybody who is signed in."""
    return actor.is_known


@permission("safety.take_incident")
@permission("safety.close_incident")
def is_focal_point(actor: Actor, thing: Incident) -> bool:
    """The room's focal point while they have an account, and nobody else."""
    reading = Room.objects.filter(focal_point__account__is_active=True)
    named = reading.values_list("focal_point_id", flat=True).first()
    return named is not None and actor.person_id == named


@permission("safety.note_incident")
@permission("safety.read_incident")
def may_read(actor: Actor, thing: Incident) -> bool:
    """The focal point and who reported it; also not the team."""
    return actor.person_id is not None and (actor.person_id == thing.reported_by_id or is_focal_point(actor, thing))
