"""Points and their outcomes as pages and reports tell them. `points_visible_to(actor)` is the only entrance to rows."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.people.vocabulary import INTERPRETER, OFFICE, TEAM
from supportroom.points.models import Check, CheckItem, Point, PointVersion
from supportroom.points.queries.sheet import Counts, counts_of_states
from supportroom.points.vocabulary import AGREED, CLOSED, NOT_AGREED, OPEN, RELEASED, REMAINING, STANDING
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group, Round, Session
from supportroom.rounds.queries import rounds_visible_to, sessions_visible_to
from supportroom.rounds.vocabulary import DRAFT, PUBLISHED


@dataclass(slots=True)
class PillarPoints:
    """A pillar with points under it."""

    pillar: Pillar
    points: list[Point]


@dataclass(slots=True)
class Outcome:
    """What a closed check showed about a point: its words then, the tally, the reasons, the facilitator's word."""

    session: Session
    item: CheckItem
    reasons: list[tuple[str, str, str]]


@dataclass(slots=True)
class RemainingPoint:
    """A point that is not agreed, with what its checks showed, newest last."""

    point: Point
    outcomes: list[Outcome] = field(default_factory=list)


@dataclass(slots=True)
class SessionCounts:
    """A session with how many points were raised, agreed and settled otherwise in it."""

    session: Session
    raised: int
    agreed: int
    not_agreed: int


def points_visible_to(actor: Actor) -> QuerySet[Point]:
    """All for the team; for interpreters those of rounds that run or ran, since they translate them.

    For others those of sessions that they see, and of published rounds what is settled or remains.
    """
    points = Point.objects.select_related("round", "group", "pillar", "raised_in", "settled_in")
    if actor.holds(TEAM, "system"):
        return points
    if actor.holds(INTERPRETER):
        return points.exclude(round__state=DRAFT)
    rounds = rounds_visible_to(actor)
    under_way = rounds if actor.holds(OFFICE) else rounds.exclude(state=PUBLISHED)
    current = Q(raised_in__in=sessions_visible_to(actor).filter(round__in=under_way))
    released = Q(round__in=rounds.filter(state=PUBLISHED), state__in=RELEASED)
    return points.filter(current | released)


def point_visible_to(actor: Actor, point_id: int) -> Point:
    """Give a point; Missing where the actor may not see it."""
    point = points_visible_to(actor).filter(pk=point_id).first()
    if point is None:
        raise Missing("kernel.missing")
    return point


def item_visible_to(actor: Actor, item_id: int) -> CheckItem:
    """Give an item with its check and session; Missing where the actor may not see the session."""
    items = CheckItem.objects.select_related("check_asked__session__round", "point")
    item = items.filter(pk=item_id, check_asked__session__in=sessions_visible_to(actor)).first()
    if item is None:
        raise Missing("kernel.missing")
    return item


def check_visible_to(actor: Actor, check_id: int) -> Check:
    """Give a check with its session; Missing where the actor may not see the session."""
    checks = Check.objects.select_related("session__round")
    check = checks.filter(pk=check_id, session__in=sessions_visible_to(actor)).first()
    if check is None:
        raise Missing("kernel.missing")
    return check


def open_check_of(session: Session) -> Check | None:
    """Give the check that is open in a session, with its items."""
    return Check.objects.filter(session=session, state=OPEN).select_related("session").prefetch_related("items").first()


def versions_of(point: Point) -> list[PointVersion]:
    """List the wordings that a point had before the present one, oldest first."""
    return list(PointVersion.objects.filter(point=point))


def outcomes_of(points: list[Point]) -> dict[int, list[Outcome]]:
    """Give what closed checks showed about these points, by the point's id, oldest first: two queries."""
    items = (
        CheckItem.objects.filter(point__in=points, check_asked__state=CLOSED)
        .select_related("check_asked__session")
        .prefetch_related("reasons")
        .order_by("check_asked__session__starts_at", "check_asked__position", "position")
    )
    found: dict[int, list[Outcome]] = {}
    for item in items:
        reasons = [(reason.choice, reason.text, reason.language) for reason in item.reasons.all()]
        found.setdefault(item.point_id or 0, []).append(Outcome(item.check_asked.session, item, reasons))
    return found


def counts_of_round(round: Round, group: Group | None = None) -> Counts:
    """Count a round's points by their state, of all groups or of one."""
    points = Point.objects.filter(round=round, **({"group": group} if group else {}))
    return counts_of_states(points.values_list("state", flat=True))


def agreed_points(round: Round, group: Group | None = None) -> QuerySet[Point]:
    """A round's agreed points in the report's order, of all groups or of one."""
    return _in_order(round, group).filter(state=AGREED)


def agreed_by_pillar(round: Round, group: Group | None = None) -> list[PillarPoints]:
    """Give a round's agreed points under their pillars, in the round's order; pillars without any are left out."""
    return _by_pillar(agreed_points(round, group))


def remaining_with_reasons(round: Round, group: Group | None = None) -> list[RemainingPoint]:
    """Give what was asked about and not agreed, with the tallies, reasons and words of its checks: three queries."""
    points = list(_in_order(round, group).filter(state__in=(REMAINING, NOT_AGREED)))
    outcomes = outcomes_of(points)
    return [RemainingPoint(point, outcomes.get(point.pk, [])) for point in points]


def settled_by_session(round: Round) -> list[SessionCounts]:
    """Tell how many points each session of a round raised and settled, in the programme's order."""
    points = Point.objects.filter(round=round, state__in=STANDING).values_list("raised_in_id", "settled_in_id", "state")
    raised, settled = Counter[int](), Counter[tuple[int | None, str]]()
    for raised_in, settled_in, state in points:
        raised[raised_in] += 1
        settled[settled_in, state] += 1
    return [
        SessionCounts(session, raised[session.pk], settled[session.pk, AGREED], settled[session.pk, NOT_AGREED])
        for session in Session.objects.filter(round=round).select_related("group")
    ]


def list_by_pillar(points: QuerySet[Point]) -> list[PillarPoints]:
    """Put points that a page has chosen under their pillars, in the round's order."""
    return _by_pillar(_ordered(points))


def agreement_on(reference: str, version: int) -> CheckItem | None:
    """Give the confirmed item by which a session agreed on this version of a text, with its check and session."""
    items = CheckItem.objects.filter(subject=reference, subject_version=version, outcome=AGREED)
    return items.select_related("check_asked__session").order_by("-check_asked__session__starts_at").first()


def asked_about(reference: str) -> list[CheckItem]:
    """List everything that was asked about a text of a higher floor, oldest first, with check and session."""
    items = CheckItem.objects.filter(subject=reference).select_related("check_asked__session")
    return list(items.order_by("check_asked__session__starts_at", "check_asked__position", "position"))


def _in_order(round: Round, group: Group | None) -> QuerySet[Point]:
    points = Point.objects.filter(round=round, **({"group": group} if group else {}))
    return _ordered(points.select_related("pillar", "group", "settled_in"))


def _ordered(points: QuerySet[Point]) -> QuerySet[Point]:
    return points.order_by("pillar__position", "pillar_id", "position", "number")


def _by_pillar(points: QuerySet[Point]) -> list[PillarPoints]:
    found: dict[int, PillarPoints] = {}
    for point in points:
        found.setdefault(point.pillar_id, PillarPoints(point.pillar, [])).points.append(point)
    return list(found.values())
