"""A session's board as plain values: two queries for everything on it, a third while outcomes wait to be confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Case, Count, F, FilteredRelation, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import MultilingualText
from supportroom.points.counting import shown_count
from supportroom.points.models import Board, CheckItem, Position, Reason
from supportroom.points.rules import own_handle
from supportroom.points.vocabulary import AGREED, CHECKED, NOT_AGREED, OPEN, RAISED, REMAINING, STANDING
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
    def left(self) -> int:
        """Those that were asked about and are not agreed."""
        return self.remaining + self.not_agreed


_COUNTED = {RAISED: "unasked", CHECKED: "checked", AGREED: "agreed", REMAINING: "remaining", NOT_AGREED: "not_agreed"}


def counts_of_states(states: Iterable[str]) -> Counts:
    """Count points by their states; what is merged, split or withdrawn counts nowhere."""
    counts = Counts()
    for state in states:
        if state in _COUNTED:
            counts.raised += 1
            name = _COUNTED[state]
            setattr(counts, name, getattr(counts, name) + 1)
    return counts


@dataclass(slots=True)
class BoardItem:
    """What was, or is being, asked; no tally before the close. `my_choice` is the reader's own while it is open."""

    id: int
    check_id: int
    is_open: bool
    point_id: int | None
    subject: str
    wording: MultilingualText
    answered: int = 0
    my_choice: str = ""
    my_reason: str = ""
    tally: dict[str, int] = field(default_factory=dict)
    present: int = 0
    proposal: str = ""
    why: list[dict[str, Any]] = field(default_factory=list)
    outcome: str = ""
    word: str = ""
    reasons: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        """Tell whether the facilitator has yet to confirm what the rule says."""
        return not self.is_open and not self.outcome


@dataclass(slots=True)
class BoardPoint:
    """A point on the list. `seen` goes back with a rewording; `item` is what was asked about it last."""

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
    session = sessions_visible_to(actor).select_related("board").filter(pk=session_id).first()
    if session is None:
        raise Missing("kernel.missing")
    return session


def board_for(session: Session, actor: Actor) -> BoardPage:
    """Give the board of a session to a reader.

    On the list stand the points of the session's group that were raised in it or before; `is_carried` says which came
    from an earlier session, `is_settled_before` which were settled there. `counts` is of the whole list, `here` of what
    this session has to do with: all but what was settled before it. Only a session's own checks are shown open.
    """
    handle = own_handle(actor, session.pk)
    pillars = _pillars(session, handle)
    points = {point.id: point for pillar in pillars for point in pillar.points}
    items = _items(session, handle)
    for item in items:
        point = points.get(item.point_id or 0)
        if point:
            point.item = item
    waiting = [item for item in items if item.is_waiting]
    _add_reasons(waiting)
    board: Board | None = getattr(session, "board", None)
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
    on_list = Q(
        points__round_id=session.round_id,
        points__group_id=session.group_id,
        points__state__in=STANDING,
    )
    if session.group_id is None:
        on_list = Q(points__round_id=session.round_id, points__group__isnull=True, points__state__in=STANDING)
    rows = (
        Pillar.objects.filter(round_pillars__round_id=session.round_id)
        .annotate(raised=FilteredRelation("points", condition=on_list))
        .order_by("round_pillars__position", "round_pillars__pk", "raised__position", "raised__number", "raised__pk")
        .values_list(
            "pk", "name", "raised__pk", "raised__number", "raised__content", "raised__state", "raised__wording_number",
            "raised__handle", "raised__raised_in_id", "raised__settled_in_id", "raised__settled_in__starts_at",
            "raised__raised_in__starts_at",
        )
    )  # fmt: skip
    pillars: dict[int, BoardPillar] = {}
    for pillar_id, name, *rest in rows:
        pillar = pillars.get(pillar_id) or pillars.setdefault(pillar_id, BoardPillar(pillar_id, name))
        if rest[0] is not None and rest[-1] <= session.starts_at:
            pillar.points.append(_point(pillar_id, rest, session, handle))
    return list(pillars.values())


def _point(pillar_id: int, row: list[Any], session: Session, handle: str) -> BoardPoint:
    key, number, content, state, seen, author, raised_in, settled_in, settled_at, _raised_at = row
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
        is_settled_before=bool(settled_at) and not is_settled_here and settled_at <= session.starts_at,
    )


def _items(session: Session, handle: str) -> list[BoardItem]:
    """Read what was asked of the group so far, oldest first, with the reader's own open answers, in one query."""
    answers = Position.objects.filter(item=OuterRef("pk")).order_by().values("item").annotate(n=Count("pk")).values("n")
    rows = (
        CheckItem.objects.filter(
            check_asked__session__round_id=session.round_id,
            check_asked__session__group=session.group_id,
            check_asked__session__starts_at__lte=session.starts_at,
        )
        .annotate(
            mine=FilteredRelation("positions", condition=Q(positions__handle=handle or "-")),
            answered=Case(When(check_asked__state=OPEN, then=Coalesce(Subquery(answers), 0)), default=Value(0)),
        )
        .order_by("check_asked__session__starts_at", "check_asked__position", "position", "pk")
        .values_list(
            "pk", "check_asked_id", F("check_asked__state"), "point_id", "subject", "wording", "answered",
            "mine__choice", "mine__reason", "tally", "present", "proposal", "why", "outcome", "word",
        )
    )  # fmt: skip
    return [_item(row, session.present or 0) for row in rows]


def _item(row: tuple[Any, ...], present: int) -> BoardItem:
    key, check_id, state, point_id, subject, wording, answered, choice, reason, *result = row
    is_open = state == OPEN
    shown = shown_count(answered, present)
    own = (choice or "", reason or "") if is_open else ("", "")
    return BoardItem(key, check_id, is_open, point_id, subject, wording, shown, *own, *result)


def _add_reasons(items: list[BoardItem]) -> None:
    """Add the reasons given, where the facilitator has yet to weigh them."""
    if not items:
        return
    by_id = {item.id: item for item in items}
    for item_id, choice, text, language in Reason.objects.filter(item_id__in=by_id).values_list(
        "item_id", "choice", "text", "language"
    ):
        by_id[item_id].reasons.append((choice, text, language))
