"""Who may do what with points and checks."""

import hmac

from django.db.models import Q

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM
from supportroom.points.models import Check, CheckItem, Point
from supportroom.protection.handles import handle_for
from supportroom.rounds.models import Session
from supportroom.rounds.queries import is_facilitator, takes_part
from supportroom.rounds.vocabulary import OPEN


def own_handle(actor: Actor, session_id: int) -> str:
    """Give the actor's handle in a session, or nothing: for a visitor, and once the session's key is gone (S14)."""
    if actor.person_id is None:
        return ""
    try:
        return handle_for(session_id, actor.person_id)
    except DomainError:
        return ""


def is_author(actor: Actor, point: Point) -> bool:
    """Tell whether the actor raised this point; nobody can tell once the session is closed."""
    return bool(point.handle) and hmac.compare_digest(point.handle, own_handle(actor, point.raised_in_id))


def _leads_now(actor: Actor, point: Point) -> bool:
    """Tell whether the actor facilitates or records a session of the point's group that is open now."""
    if actor.person_id is None:
        return False
    meeting = Session.objects.filter(round=point.round_id, group=point.group_id, state=OPEN)
    return meeting.filter(Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id)).exists()


@permission("points.raise_point")
def may_raise(actor: Actor, session: Session) -> bool:
    """Who takes part in the session; its facilitator and its rapporteur for the room."""
    return session.is_led_by(actor) or takes_part(actor, session)


@permission("points.import_points")
def may_import(actor: Actor, session: Session) -> bool:
    """The team, and the session's facilitator and rapporteur."""
    return actor.holds(TEAM) or session.is_led_by(actor)


@permission("points.merge_points")
@permission("points.split_point")
@permission("points.move_point")
@permission("points.focus_point")
def leads(actor: Actor, session: Session) -> bool:
    """The session's facilitator and its rapporteur."""
    return session.is_led_by(actor)


@permission("points.open_check")
@permission("points.take_up_again")
@permission("points.give_up_point")
def facilitates(actor: Actor, session: Session) -> bool:
    """The session's facilitator."""
    return is_facilitator(actor, session)


@permission("points.close_check")
@permission("points.confirm_agreed")
def facilitates_check(actor: Actor, check: Check) -> bool:
    """The facilitator of the check's session."""
    return is_facilitator(actor, check.session)


@permission("points.confirm_outcome")
def facilitates_item(actor: Actor, item: CheckItem) -> bool:
    """The facilitator of the session that was asked."""
    return is_facilitator(actor, item.check_asked.session)


@permission("points.take_position")
def may_answer(actor: Actor, item: CheckItem) -> bool:
    """Who takes part in the session that is asked, for themselves."""
    return takes_part(actor, item.check_asked.session)


@permission("points.take_positions")
def may_answer_all(actor: Actor, check: Check) -> bool:
    """Who takes part in the session that is asked, for themselves."""
    return takes_part(actor, check.session)


@permission("points.reword_point")
@permission("points.withdraw_point")
@permission("points.restore_point")
def may_change(actor: Actor, point: Point) -> bool:
    """Its author until the session closes; the facilitator and the rapporteur of its group's open session."""
    return is_author(actor, point) or _leads_now(actor, point)


@permission("points.translate_point")
@permission("points.confirm_translation")
def may_translate(actor: Actor, point: Point) -> bool:
    """Interpreters, the team, and whoever facilitates or records a session of the point's group that is open now."""
    return actor.holds(INTERPRETER, TEAM) or _leads_now(actor, point)
