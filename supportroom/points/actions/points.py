"""Points raised, merged, split, moved, withdrawn and brought back."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Max

from supportroom.journal.door import action
from supportroom.journal.writing import advance, change, create, put_in_order, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import multilingual
from supportroom.points.actions.board import fresh, hold, note, turn
from supportroom.points.actions.words import said
from supportroom.points.lifecycle import POINT
from supportroom.points.models import Point
from supportroom.points.rules import own_handle
from supportroom.room.models import Pillar
from supportroom.rounds.models import RoundPillar, Session


@action("points.raise_point", on="session")
def raise_point(*, actor: Actor, session: Session, pillar: Pillar, language: str, text: str) -> Point:
    """Raise a point under a pillar: for oneself, or, where the actor facilitates or records, for the room (no handle).

    DomainError `rounds.session_not_open`, `points.pillar_not_in_round`, `kernel.empty`, `kernel.too_long`,
    `kernel.unknown_language`.
    """
    held = hold(session)
    handle = "" if held.is_led_by(actor) else own_handle(actor, held.pk)
    point = create(Point, **first_fields(held, pillar, language, text), handle=handle)
    turn(held)
    note(held, point, actor)
    return point


def first_fields(session: Session, pillar: Pillar, language: str, text: str) -> dict[str, Any]:
    """Give what a new point of this session begins with, last under its pillar; DomainErrors as in `raise_point`."""
    in_round = RoundPillar.objects.filter(round_id=session.round_id, pillar_id=pillar.pk).exists()
    refuse_unless(in_round, "points.pillar_not_in_round")
    content = multilingual(language, **{language: said(language, text)})
    points = Point.objects.of(session.round_id, session.group_id)
    last = points.aggregate(number=Max("number"))["number"] or 0
    return {
        "round_id": session.round_id,
        "group_id": session.group_id,
        "raised_in": session,
        "pillar": pillar,
        "content": content,
        "search_text": content.search_text,
        "number": last + 1,
        "position": (points.filter(pillar=pillar).aggregate(last=Max("position"))["last"] or 0) + 1,
    }


@action("points.merge_points", on="session")
def merge_points(*, actor: Actor, session: Session, points: Sequence[Point], into: Point) -> Point:
    """Merge points into one that goes on; give that one. Its words are reworded apart from this.

    DomainError `points.nothing_chosen`, `points.merge_itself`, `points.not_in_round`, `kernel.not_now` (one is in
    a check or settled).
    """
    held = hold(session)
    refuse_unless(points, "points.nothing_chosen")
    refuse_unless(into.pk not in {point.pk for point in points}, "points.merge_itself")
    target = fresh(into, held)
    POINT.step(target.state, "merge")
    for point in points:
        advance(fresh(point, held), POINT, "merge", merged_into=target)
    turn(held)
    note(held, target, actor, merged=sorted(point.pk for point in points))
    return target


@action("points.split_point", on="session")
def split_point(*, actor: Actor, session: Session, point: Point, parts: Sequence[tuple[str, str]]) -> Point:
    """Split a point into parts, each (language, text), that stand in its place; give the point that was split.

    DomainError `points.split_parts` for fewer than two, `kernel.not_now`, and those of `raise_point`.
    """
    held = hold(session)
    refuse_unless(len(parts) > 1, "points.split_parts")
    whole = advance(fresh(point, held), POINT, "split")
    handle = whole.handle if whole.raised_in_id == held.pk else ""
    made = [
        create(Point, **first_fields(held, whole.pillar, language, text), handle=handle, split_from=whole)
        for language, text in parts
    ]
    _place(whole.pillar, held, made, after=whole)
    turn(held)
    note(held, whole, actor, parts=sorted(part.pk for part in made))
    return whole


@action("points.move_point", on="session")
def move_point(
    *, actor: Actor, session: Session, point: Point, pillar: Pillar | None = None, before: Point | None = None
) -> Point:
    """Move a point under another pillar, before another point there, or to the end.

    DomainError `points.pillar_not_in_round`, `points.not_in_round`.
    """
    held = hold(session)
    moved = fresh(point, held)
    next_one = fresh(before, held) if before else None
    target = next_one.pillar if next_one else pillar or moved.pillar
    in_round = RoundPillar.objects.filter(round_id=held.round_id, pillar_id=target.pk).exists()
    refuse_unless(in_round, "points.pillar_not_in_round")
    change(moved, pillar=target)
    _place(target, held, [moved], before=next_one)
    turn(held)
    note(held, moved, actor, pillar=target.pk)
    return moved


def _place(
    pillar: Pillar, session: Session, moved: list[Point], *, before: Point | None = None, after: Point | None = None
) -> None:
    """Number a pillar's points anew with some of them before or after another, or at the end."""
    keys = {point.pk for point in moved}
    listed = Point.objects.of(session.round_id, session.group_id).filter(pillar=pillar)
    order = [point for point in listed if point.pk not in keys]
    places = {point.pk: place for place, point in enumerate(order)}
    place = len(order)
    if before and before.pk in places:
        place = places[before.pk]
    elif after and after.pk in places:
        place = places[after.pk] + 1
    put_in_order([*order[:place], *moved, *order[place:]])


@action("points.withdraw_point", on="point")
def withdraw_point(*, actor: Actor, session: Session, point: Point) -> Point:
    """Withdraw a point that is not settled; it can be restored. DomainError `kernel.not_now`, `points.not_in_round`."""
    return _step(actor, session, point, "withdraw")


@action("points.restore_point", on="point")
def restore_point(*, actor: Actor, session: Session, point: Point) -> Point:
    """Bring a withdrawn point back. DomainError `kernel.not_now`, `points.not_in_round`."""
    return _step(actor, session, point, "restore")


def _step(actor: Actor, session: Session, point: Point, verb: str) -> Point:
    held = hold(session)
    stepped = advance(fresh(point, held), POINT, verb)
    turn(held)
    note(held, stepped, actor)
    return stepped
