"""A session's board as plain values: two queries for everything on it, a third while outcomes wait to be confirmed.

Every phone in the room asks for this, so what the database gives is read as it comes: texts are parsed where a page
uses them, and instants are compared in the database.
"""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, FilteredRelation, Q, QuerySet, TextField
from django.db.models.functions import Cast

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.kept_queries import Kept
from supportroom.kernel.multilingual import MultilingualField, MultilingualText
from supportroom.people.vocabulary import OFFICE, TEAM
from supportroom.points.models import Board, CheckItem, Reason
from supportroom.points.rules import own_handle
from supportroom.points.vocabulary import OPEN, RELEASED, STANDING
from supportroom.room.models import Pillar
from supportroom.rounds.models import Session
from supportroom.rounds.queries import sessions_visible_to


@dataclass(slots=True)
class Counts:
    """How a list of points stands: all that stand, and how many of them are in each state."""

    raised: int = 0
    unasked: int = 0
    checked: int = 0
    agreed: int = 0
    remaining: int = 0
    not_agreed: int = 0

    @property
    def open(self) -> int:
        """Those that are not settled: to be asked about, in a check, or sent to further discussion."""
        return self.unasked + self.checked + self.remaining

    @property
    def left(self) -> int:
        """Those that were asked about and are not agreed."""
        return self.remaining + self.not_agreed


_AS_TEXT = MultilingualField()


def counts_of_states(states: Iterable[str]) -> Counts:
    """Count points by their states; what is merged, split or withdrawn counts nowhere."""
    found = Counter(states)
    raised, checked, agreed, remaining, not_agreed = (found[state] for state in STANDING)
    return Counts(sum(found[state] for state in STANDING), raised, checked, agreed, remaining, not_agreed)


@dataclass(slots=True)
class BoardItem:
    """What was, or is being, asked; no tally before the close. `my_choice` is the reader's own while it is open.

    `answered` is the number that may be shown. The texts end in `_raw` as the database keeps them.
    """

    id: int
    check_id: int
    is_open: bool
    point_id: int | None
    subject: str
    answered: int
    present: int
    proposal: str
    outcome: str
    word: str
    wording_raw: str
    tally_raw: str
    why_raw: str
    my_choice: str = ""
    my_reason: str = ""
    reasons: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def wording(self) -> MultilingualText:
        """The words asked about."""
        return _text(self.wording_raw)

    @property
    def tally(self) -> dict[str, int]:
        """How many gave each answer; empty before the close."""
        return json.loads(self.tally_raw)

    @property
    def why(self) -> list[dict[str, Any]]:
        """What the rule says, as grounds with their numbers; empty before the close."""
        return json.loads(self.why_raw)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the facilitator has yet to confirm what the rule says."""
        return not self.is_open and not self.outcome


@dataclass(slots=True)
class BoardPoint:
    """A point on the list. `seen` goes back with a rewording.

    `item` is what was asked about it last, where the point is in focus or the question open or to be confirmed.
    """

    id: int
    number: int
    pillar_id: int
    content: MultilingualText
    state: str
    seen: int
    is_mine: bool
    is_carried: bool
    is_settled_here: bool
    is_settled_before: bool
    item: BoardItem | None = None


@dataclass(slots=True)
class BoardPillar:
    """A pillar of the round with its points in order; empty ones too, since points can be raised under them."""

    id: int
    name: MultilingualText
    points: list[BoardPoint] = field(default_factory=list)


@dataclass(slots=True)
class BoardPage:
    """All that a session's board shows to one reader."""

    session: Session
    revision: int
    focus: BoardPoint | None
    pillars: list[BoardPillar]
    counts: Counts
    here: Counts
    open_items: list[BoardItem]
    waiting: list[BoardItem]

    @property
    def points(self) -> list[BoardPoint]:
        """All points, pillar by pillar."""
        return [point for pillar in self.pillars for point in pillar.points]

    @property
    def open_check_id(self) -> int | None:
        """The id of the check that is open now."""
        return self.open_items[0].check_id if self.open_items else None


def session_visible_to(actor: Actor, session_id: int) -> Session:
    """Give a session with all that its board begins with, in one query; Missing where the actor may not see it."""
    if actor.holds(TEAM, OFFICE, "system"):
        found = list(sessions_visible_to(actor).select_related("board").filter(pk=session_id))
    else:
        found = _session(person_id=actor.person_id, session_id=session_id)
    if not found:
        raise Missing("kernel.missing")
    return found[0]


@Kept
def _session(person_id: int | None, session_id: int) -> QuerySet[Session]:
    """Write the query for those who see by taking part, or see what is published."""
    actor = Actor(ref="", person_id=person_id)
    return sessions_visible_to(actor).select_related("board").filter(pk=session_id).order_by()


def board_for(session: Session, actor: Actor) -> BoardPage:
    """Give the board of a session to a reader.

    On the list stand the points of the session's group that were raised in it or before; `is_carried` says which came
    from an earlier session, `is_settled_before` which were settled there. `counts` is of the whole list, `here` of what
    this session has to do with: all but what was settled before it. Only a session's own checks are shown open.
    """
    handle = own_handle(actor, session.pk)
    board: Board | None = getattr(session, "board", None)
    pillars = _pillars(session, handle)
    points = {point.id: point for pillar in pillars for point in pillar.points}
    items = _items(session, handle, board.focus_id if board else None)
    for item in items:
        point = points.get(item.point_id or 0)
        if point:
            point.item = item
    waiting = [item for item in items if item.is_waiting]
    _add_reasons(waiting)
    return BoardPage(
        session=session,
        revision=board.revision if board else 0,
        focus=points.get(board.focus_id or 0) if board else None,
        pillars=pillars,
        counts=counts_of_states(point.state for point in points.values()),
        here=counts_of_states(point.state for point in points.values() if not point.is_settled_before),
        open_items=[item for item in items if item.is_open],
        waiting=waiting,
    )


def _pillars(session: Session, handle: str) -> list[BoardPillar]:
    """Read the round's pillars with the points of the list, in one query."""
    rows = _rows(round_id=session.round_id, group_id=session.group_id, starts_at=session.starts_at)
    shown = RELEASED if session.round.is_published else STANDING
    pillars: dict[int, BoardPillar] = {}
    for pillar_id, name, is_later, *point in rows:
        pillar = pillars.get(pillar_id) or pillars.setdefault(pillar_id, BoardPillar(pillar_id, _text(name)))
        if point[0] is not None and not is_later and point[3] in shown:
            pillar.points.append(_point(pillar_id, point, session, handle))
    return list(pillars.values())


@Kept
def _rows(round_id: int, group_id: int | None, starts_at: datetime) -> QuerySet:
    """Write the query for pillars and points."""
    of_group = {"points__group_id": group_id} if group_id else {"points__group__isnull": True}
    on_list = Q(points__round_id=round_id, points__state__in=STANDING, **of_group)
    return (
        Pillar.objects.filter(round_pillars__round_id=round_id)
        .annotate(
            name_raw=Cast("name", TextField()),
            raised=FilteredRelation("points", condition=on_list),
            is_later=_is(Q(raised__raised_in__starts_at__gt=starts_at)),
            is_settled_later=_is(Q(raised__settled_in__starts_at__gt=starts_at)),
        )
        .order_by("round_pillars__position", "round_pillars__pk", "raised__position", "raised__number")
        .values_list(
            "pk", "name_raw", "is_later", "raised__pk", "raised__number", "raised__content", "raised__state",
            "raised__wording_number", "raised__handle", "raised__raised_in_id", "raised__settled_in_id",
            "is_settled_later",
        )
    )  # fmt: skip


def _is(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=BooleanField())


def _text(raw: str) -> MultilingualText:
    return _AS_TEXT.to_python(raw)


def _point(pillar_id: int, row: list[Any], session: Session, handle: str) -> BoardPoint:
    key, number, content, state, seen, author, raised_in, settled_in, is_settled_later = row
    is_settled_here = settled_in == session.pk
    return BoardPoint(
        id=key,
        number=number,
        pillar_id=pillar_id,
        content=content,
        state=state,
        seen=seen,
        is_mine=bool(handle) and author == handle,
        is_carried=raised_in != session.pk,
        is_settled_here=is_settled_here,
        is_settled_before=settled_in is not None and not is_settled_here and not is_settled_later,
    )


def _items(session: Session, handle: str, focus_id: int | None) -> list[BoardItem]:
    """Read what is open or waits in this session and what was asked about the focus so far: one query, oldest first.

    With the reader's own answers to what is open.
    """
    moment = session.starts_at if focus_id else None
    rows = _asked(session_id=session.pk, starts_at=moment, focus_id=focus_id, handle=handle or "-")
    return [_item(*row) for row in rows]


@Kept
def _asked(session_id: int, starts_at: datetime | None, focus_id: int | None, handle: str) -> QuerySet:
    """Write the query for what is asked."""
    wanted = Q(check_asked__session_id=session_id, outcome="")
    if focus_id:
        wanted |= Q(point_id=focus_id, check_asked__session__starts_at__lte=starts_at)
    return (
        CheckItem.objects.filter(wanted)
        .annotate(
            mine=FilteredRelation("positions", condition=Q(positions__handle=handle)),
            wording_raw=Cast("wording", TextField()),
            tally_raw=Cast("tally", TextField()),
            why_raw=Cast("why", TextField()),
        )
        .order_by("check_asked__session__starts_at", "check_asked__position", "position")
        .values_list(
            "pk", "check_asked_id", "check_asked__state", "point_id", "subject", "answered", "present", "proposal",
            "outcome", "word", "wording_raw", "tally_raw", "why_raw", "mine__choice", "mine__reason",
        )
    )  # fmt: skip


def _item(key: int, check_id: int, state: str, *row: Any) -> BoardItem:
    *facts, choice, reason = row
    item = BoardItem(key, check_id, state == OPEN, *facts)
    if item.is_open and choice:
        item.my_choice, item.my_reason = choice, reason
    return item


def _add_reasons(items: list[BoardItem]) -> None:
    """Add the reasons given, where the facilitator has yet to weigh them."""
    if not items:
        return
    by_id = {item.id: item for item in items}
    for item_id, choice, text, language in Reason.objects.filter(item_id__in=by_id).values_list(
        "item_id", "choice", "text", "language"
    ):
        by_id[item_id].reasons.append((choice, text, language))
