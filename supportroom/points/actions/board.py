"""What every change on a board begins and ends with: the session held, the revision counted up; and the focus."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import F

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.points.changes import tell
from supportroom.points.models import Board, Point
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import OPEN


def hold(session: Session, *states: str) -> Session:
    """Read a session anew and hold it until the transaction ends: changes of one session follow one another.

    DomainError `rounds.session_not_open` where it is in none of these states (by default: open). What is held cannot be
    closed meanwhile, so that nothing is written about a person after the erasure.
    """
    held = Session.objects.select_for_update(no_key=True, of=("self",)).select_related("round").get(pk=session.pk)
    refuse_unless(held.state in (states or (OPEN,)), "rounds.session_not_open")
    return held


def fresh(point: Point, session: Session) -> Point:
    """Read a point anew; DomainError `points.not_in_round` where it is not of this session's round and group."""
    point = Point.objects.get(pk=point.pk)
    belongs = (point.round_id, point.group_id) == (session.round_id, session.group_id)
    refuse_unless(belongs, "points.not_in_round")
    return point


def note(session: Session, thing: Any, actor: Actor, **facts: Any) -> None:
    """Journal what was done: under the Chatham House Rule without who, at the session's own instant (S15)."""
    if session.is_chatham:
        note_unnamed(session, thing, **facts)
    else:
        record(thing, actor=actor, **facts)


def note_unnamed(session: Session, thing: Any, **facts: Any) -> None:
    """Journal what was done without who, whatever rule the session has."""
    record_unnamed(thing, at=session.opened_at or session.starts_at, **facts)


def turn(session: Session, **fields: Any) -> None:
    """Count the board's revision up, change its other fields, and tell who shows it once all is committed."""
    if not Board.objects.filter(pk=session.pk).update(revision=F("revision") + 1, **fields):
        create(Board, session=session, revision=1, **fields)
    transaction.on_commit(partial(tell, session.pk), robust=True)


@action("points.focus_point", on="session")
def focus_point(*, actor: Actor, session: Session, point: Point | None) -> Session:
    """Put a point into everybody's focus, or none. DomainError `points.not_in_round`, `rounds.session_not_open`."""
    held = hold(session)
    focus = fresh(point, held) if point else None
    turn(held, focus=focus)
    note(held, held, actor, point=focus.pk if focus else None)
    return held
