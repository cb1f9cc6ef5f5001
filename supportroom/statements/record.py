"""The record of a round as its report tells it: read from the database in a fixed number of queries, written by nobody.

Participants appear as protected figures alone (S19); spokespersons by name only where they agreed themselves (S17).
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from supportroom.journal.models import reference
from supportroom.people.models import Person
from supportroom.points.models import CheckItem, Point, Reason
from supportroom.points.vocabulary import AGREED, STANDING
from supportroom.protection.models import Consent
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group, Round, Session
from supportroom.rounds.queries import pillars_of
from supportroom.statements.figures import Figures, figures_of
from supportroom.statements.models import ItemSource, Reply, Statement
from supportroom.statements.prepared import PreparationFacts, preparation_of
from supportroom.statements.vocabulary import ADOPTED, DELIVERED
from supportroom.texts.models import Paragraph


@dataclass(frozen=True)
class PointFacts:
    """A point as the report tells it; of one that remains also the reasons given and the facilitator's words."""

    point: Point
    reasons: tuple[Reason, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class PillarFacts:
    """A pillar's points in one group, agreed and remaining."""

    pillar: Pillar
    group: Group | None
    agreed: tuple[PointFacts, ...]
    remaining: tuple[PointFacts, ...]


@dataclass(frozen=True)
class StatementFacts:
    """An adopted statement: its paragraphs, the points that each rests on, who spoke for it, and what was replied."""

    statement: Statement
    paragraphs: tuple[Paragraph, ...]
    sources: dict[int, list[int]]
    named: tuple[str, ...]
    unnamed: int
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class RoundRecord:
    """All that is put together from the record."""

    round: Round
    figures: Figures
    sessions: tuple[Session, ...]
    agreed_in: dict[int, int]
    pillars: tuple[PillarFacts, ...]
    statements: tuple[StatementFacts, ...]
    preparation: PreparationFacts | None = None

    @property
    def groups(self) -> list[Group | None]:
        """The groups that have points, in the round's order."""
        return list(dict.fromkeys(facts.group for facts in self.pillars))

    @property
    def pillar_count(self) -> int:
        """Under how many pillars points were raised."""
        return len({facts.pillar.pk for facts in self.pillars})

    @property
    def agreed(self) -> int:
        """How many points were agreed."""
        return sum(len(facts.agreed) for facts in self.pillars)

    @property
    def left(self) -> int:
        """How many points remain."""
        return sum(len(facts.remaining) for facts in self.pillars)

    @property
    def raised(self) -> int:
        """How many points stand: raised, and neither merged away, nor split, nor withdrawn."""
        return self.agreed + self.left

    @property
    def agreements(self) -> list[tuple[Session, int]]:
        """The sessions in which points were agreed, in order, with how many."""
        return [(session, self.agreed_in[session.pk]) for session in self.sessions if self.agreed_in.get(session.pk)]


def record_of(round: Round) -> RoundRecord:
    """Read the record of a round: about twenty-five queries, whatever its size."""
    points = list(Point.objects.filter(round=round, state__in=STANDING))
    agreed = [point for point in points if point.state == AGREED]
    agreed_in = dict(Counter(point.settled_in_id for point in agreed if point.settled_in_id))
    return RoundRecord(
        round=round,
        figures=figures_of(round),
        sessions=tuple(session for session in _sessions(round) if session.pk in agreed_in or _is_of_its_days(session)),
        agreed_in=agreed_in,
        pillars=tuple(_by_pillar(round, points)),
        statements=tuple(_statements(round)),
        preparation=preparation_of(round),
    )


def _sessions(round: Round) -> list[Session]:
    return list(round.sessions.select_related("group", "round"))


def _is_of_its_days(session: Session) -> bool:
    """Tell whether a session belongs to the round's days: one in which the report is read afterwards does not."""
    day = session.starts_at.astimezone(ZoneInfo(session.round.time_zone)).date()
    return day <= session.round.ends_on


def _by_pillar(round: Round, points: list[Point]) -> list[PillarFacts]:
    left = [point.pk for point in points if point.state != AGREED]
    reasons, words = _reasons(left), _words(left)
    listed: dict[tuple[int | None, int], list[Point]] = defaultdict(list)
    for point in points:
        listed[point.group_id, point.pillar_id].append(point)
    pillars = list(pillars_of(round))
    return [
        PillarFacts(
            pillar=pillar,
            group=group,
            agreed=tuple(PointFacts(point) for point in here if point.state == AGREED),
            remaining=tuple(
                PointFacts(point, tuple(reasons[point.pk]), tuple(words[point.pk]))
                for point in here
                if point.state != AGREED
            ),
        )
        for group in [None, *round.groups.all()]
        for pillar in pillars
        if (here := listed.get((group.pk if group else None, pillar.pk)))
    ]


def _reasons(point_ids: list[int]) -> dict[int | None, list[Reason]]:
    found: dict[int | None, list[Reason]] = defaultdict(list)
    rows = Reason.objects.filter(item__point__in=point_ids).select_related("item")
    for reason in rows.order_by("item__check_asked__position", "choice", "text"):
        found[reason.item.point_id].append(reason)
    return found


def _words(point_ids: list[int]) -> dict[int | None, list[str]]:
    found: dict[int | None, list[str]] = defaultdict(list)
    rows = CheckItem.objects.filter(point__in=point_ids).exclude(word="").order_by("check_asked__position")
    for point_id, word in rows.values_list("point_id", "word"):
        found[point_id].append(word)
    return found


def finished_statements(*rounds: Round | int) -> QuerySet[Statement]:
    """The adopted statements of rounds (or of their ids) in the order in which their reports annex them."""
    return Statement.objects.filter(round__in=rounds, state__in=(ADOPTED, DELIVERED))


def _statements(round: Round) -> list[StatementFacts]:
    statements = list(
        finished_statements(round)
        .select_related("group", "delivered_in")
        .prefetch_related("replies", "spokespersons__person")
    )
    paragraphs: dict[int, list[Paragraph]] = defaultdict(list)
    for paragraph in Paragraph.objects.filter(text__statement__in=statements, removed=False):
        paragraphs[paragraph.text_id].append(paragraph)
    rests = ItemSource.objects.filter(paragraph__text__statement__in=statements)
    sources: dict[int, list[int]] = defaultdict(list)
    for paragraph_id, point_id in rests.values_list("paragraph_id", "point_id"):
        sources[paragraph_id].append(point_id)
    agreed = _agreed_to_be_named(statements)
    return [
        StatementFacts(
            statement=statement,
            paragraphs=tuple(paragraphs[statement.text_id]),
            sources=sources,
            named=tuple(sorted(person.name for person in persons if (person.pk, reference(statement)) in agreed)),
            unnamed=sum((person.pk, reference(statement)) not in agreed for person in persons),
            replies=tuple(statement.replies.all()),
        )
        for statement in statements
        for persons in [_spokespersons(statement)]
    ]


def _spokespersons(statement: Statement) -> list[Person]:
    return [spokesperson.person for spokesperson in statement.spokespersons.all()]


def _agreed_to_be_named(statements: list[Statement]) -> set[tuple[int, str]]:
    given = Consent.objects.filter(thing__in=[reference(statement) for statement in statements], given=True)
    return set(given.values_list("person_id", "thing"))
