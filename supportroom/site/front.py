"""What the front page tells: what was asked and what became of it, what is new, what is coming."""

from dataclasses import dataclass

from django.db.models import Count, Q

from supportroom.answers.due import overdue, today
from supportroom.register.models import Happening
from supportroom.register.queries import released
from supportroom.register.vocabulary import ANSWERED, DONE, RECORDED, UNDER_WAY

MOST_MOVES, LOOKED_AT = 4, 6
BORN = (RECORDED, "released")


@dataclass(frozen=True)
class Told:
    """The register in a few figures, the years in which something was asked, and its latest happenings."""

    asked: int
    answered: int
    overdue: int
    done: int
    years: tuple[tuple[int, int], ...]
    moves: tuple[Happening, ...]


def register_told() -> Told:
    """Read what the front page tells of the register: four queries, whatever its size."""
    answered, done = Q(submissions__state=ANSWERED), Q(state__in=(UNDER_WAY, DONE))
    counts = released().aggregate(
        asked=Count("pk", distinct=True),
        answered=Count("pk", filter=answered, distinct=True),
        done=Count("pk", filter=done, distinct=True),
    )
    late = overdue(today()).filter(recommendation__released_on__isnull=False)
    years = released().order_by("year").values_list("year").annotate(count=Count("pk"))
    return Told(
        **counts,
        overdue=late.order_by().aggregate(count=Count("recommendation", distinct=True))["count"],
        years=tuple(years),
        moves=tuple(latest_moves()),
    )


def latest_moves() -> list[Happening]:
    """List the latest step of each of the recommendations that moved last, that it was written down left out."""
    seen = Happening.objects.filter(recommendation__released_on__isnull=False, recommendation__set_aside=False)
    steps = seen.exclude(kind__in=BORN).select_related("recommendation", "addressee")
    newest: dict[int, Happening] = {}
    for step in steps.order_by("-on", "-told_at")[: MOST_MOVES * LOOKED_AT]:  # one act may be told of several bodies
        newest.setdefault(step.recommendation_id, step)
    return list(newest.values())[:MOST_MOVES]
