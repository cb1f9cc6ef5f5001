"""What each briefing said of what each round asked: a table of counts, in a fixed number of queries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.vocabulary import ABSENT, DISPUTED, PARTLY, READ, REFLECTED, UNREAD
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.vocabulary import OPEN_STATES
from supportroom.rounds.models import Round

COUNTED = (REFLECTED, PARTLY, ABSENT, DISPUTED, UNREAD)


@dataclass(frozen=True)
class Cell:
    """How many recommendations of a round a briefing reflects, reflects in part, leaves out, how many its readers
    differ on, and how many nobody has read in it; `once`: of the first three, those that nobody has read again.
    """

    counts: Mapping[str, int]
    once: int = 0

    @property
    def total(self) -> int:
        """How many could have stood in the briefing."""
        return sum(self.counts.values())

    @property
    def read(self) -> int:
        """How many were read."""
        return self.total - self.counts.get(UNREAD, 0)

    @property
    def share(self) -> int | None:
        """The share of what is reflected, or partly, among what readers agree on, in per cent; None: nothing read."""
        agreed = sum(self.counts.get(verdict, 0) for verdict in (REFLECTED, PARTLY, ABSENT))
        found = agreed - self.counts.get(ABSENT, 0)
        return round(100 * found / agreed) if agreed else None

    def __add__(self, other: "Cell") -> "Cell":
        """Give both together."""
        return Cell(Counter(self.counts) + Counter(other.counts), self.once + other.once)


NOTHING = Cell({})


@dataclass(frozen=True)
class Row:
    """A round (None: what stands in no round) with its cell for each briefing."""

    round: Round | None
    cells: Sequence[Cell]


@dataclass(frozen=True)
class Table:
    """Rounds by briefings, with a line of sums."""

    briefings: Sequence[Briefing]
    rows: Sequence[Row]
    sums: Sequence[Cell] = field(default_factory=tuple)


@dataclass(frozen=True)
class _Asked:
    """What counts of a recommendation."""

    pk: int
    round_id: int | None
    asked_on: date
    state: str
    state_since: date

    def could_stand_in(self, briefing: Briefing) -> bool:
        """Tell whether it was asked before the briefing was given, and open then (as `queries.concerned` says)."""
        was_open = self.state in OPEN_STATES or self.state_since > briefing.given_on
        return was_open and self.asked_on <= briefing.given_on


def table(actor: Actor, briefings: Iterable[Briefing]) -> Table:
    """Count what somebody may read of what was read in these briefings: the newest round first, in three queries."""
    columns = list(briefings)
    fields = ("pk", "round_id", "asked_on", "state", "state_since")
    visible = recommendations_visible_to(actor).select_related(None).order_by()
    asked = [_Asked(*values) for values in visible.values_list(*fields)]
    read = _readings(columns)
    counts: dict[int | None, list[Counter[str]]] = defaultdict(lambda: [Counter() for _briefing in columns])
    once: dict[int | None, Counter[int]] = defaultdict(Counter)
    for one in asked:
        for at, briefing in enumerate(columns):
            found = read.get((one.pk, briefing.pk))
            if found is None and not one.could_stand_in(briefing):
                continue
            verdict, state = found or (UNREAD, "")
            counts[one.round_id][at][DISPUTED if state == DISPUTED else verdict] += 1
            once[one.round_id][at] += state == READ
    rounds = {round_.pk: round_ for round_ in Round.objects.filter(pk__in=[key for key in counts if key])}
    order = sorted(counts, key=lambda key: (key is None, -rounds[key].starts_on.toordinal() if key else 0))
    rows = [Row(rounds.get(key or 0), _cells(counts[key], once[key])) for key in order]
    sums = [sum((row.cells[at] for row in rows), NOTHING) for at in range(len(columns))]
    return Table(columns, rows, sums)


def _cells(counts: Sequence[Counter[str]], once: Counter[int]) -> list[Cell]:
    return [Cell(dict(counter), once[at]) for at, counter in enumerate(counts)]


def _readings(briefings: Sequence[Briefing]) -> dict[tuple[int, int], tuple[str, str]]:
    rows = Reflection.objects.filter(briefing__in=briefings)
    found = rows.values_list("recommendation_id", "briefing_id", "verdict", "state")
    return {(recommendation, briefing): (verdict, state) for recommendation, briefing, verdict, state in found}


@dataclass(frozen=True)
class Reader:
    """Who read a briefing: how many first, how many again. For the team and the office alone."""

    person: Person | None
    first: int
    again: int


def readers_of(briefings: Sequence[Briefing]) -> dict[int, list[Reader]]:
    """Give who read each briefing, by its id, who read most first; two queries."""
    first: dict[int, Counter[int | None]] = defaultdict(Counter)
    again: dict[int, Counter[int | None]] = defaultdict(Counter)
    fields = ("briefing_id", "state", "first_reader_id", "second_reader_id")
    for briefing, state, reader, second in Reflection.objects.filter(briefing__in=briefings).values_list(*fields):
        first[briefing][reader] += 1
        if state != READ:
            again[briefing][second] += 1
    known = {key for counter in (*first.values(), *again.values()) for key in counter if key}
    people = Person.objects.in_bulk(known)
    return {
        briefing: sorted(
            (
                Reader(people.get(key or 0), first[briefing][key], again[briefing][key])
                for key in first[briefing] | again[briefing]
            ),
            key=lambda reader: -(reader.first + reader.again),
        )
        for briefing in first
    }
