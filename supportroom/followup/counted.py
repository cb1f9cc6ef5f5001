"""Reading what the figures count, in a fixed number of queries whatever the number of recommendations."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import get_language, pgettext

from supportroom.briefings.models import Reflection
from supportroom.briefings.vocabulary import ABSENT, DISPUTED
from supportroom.followup.figures import Asked, Figure, Key, Put, figures, in_all
from supportroom.followup.vocabulary import BY_ADDRESSEE, BY_PILLAR, BY_ROUND, BY_YEAR
from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.register.models import RecommendationQuerySet, Submission
from supportroom.register.queries import addressees, recommendations_visible_to
from supportroom.room.queries import all_pillars
from supportroom.rounds.models import Round


@dataclass(frozen=True)
class Line:
    """A line of figures with its name; `filter` is what the register is asked for to see what it counts."""

    name: Wording
    filter: str
    figure: Figure


def lines_of(actor: Actor, way: str, today: date) -> tuple[list[Line], Figure]:
    """Give the lines of one way of counting what somebody may read, in the room's order, and the figures of all."""
    seen = recommendations_visible_to(actor).select_related(None).order_by()
    asked, put = _asked(seen), _put(seen)
    found = {figure.key: figure for figure in figures(way, asked, put, today)}
    names = _names(way, found)
    order = [key for key in names if key in found]
    rest = [key for key in found if key not in names]
    lines = [Line(*names.get(key, (_nothing(way), "")), found[key]) for key in (*order, *rest)]
    return lines, in_all(asked, put, today)


def _asked(seen: RecommendationQuerySet) -> list[Asked]:
    held = _reflected(seen)
    rows = seen.values_list("pk", "year", "round", "pillar", "state")
    return [Asked(*row, held.get(row[0])) for row in rows]


def _reflected(seen: RecommendationQuerySet) -> dict[int, bool]:
    """Tell of each recommendation that was looked for in a briefing whether one held it; disputed readings wait."""
    read = Reflection.objects.filter(recommendation__in=seen.values("pk"), briefing__trashed_at=None)
    held: dict[int, bool] = defaultdict(bool)
    for pk, verdict in read.filter(~Q(state=DISPUTED)).values_list("recommendation", "verdict"):
        held[pk] |= verdict != ABSENT
    return held


def _put(seen: RecommendationQuerySet) -> list[Put]:
    rows = Submission.objects.filter(recommendation__in=seen.values("pk")).order_by()
    fields = ("recommendation", "addressee", "state", "sent_on", "due_on", "acknowledged_on", "answered_on")
    return [Put(*row) for row in rows.values_list(*fields)]


def _names(way: str, found: dict[Key, Figure]) -> dict[Key, tuple[Wording, str]]:
    """Give the names of what is counted, in the room's order, and how the register is asked for it."""
    if way == BY_YEAR:
        return {year: (Wording(str(year), "", ""), f"year={year}") for year in sorted(year for year in found if year)}
    if way == BY_ADDRESSEE:
        bodies = addressees().only("name", "slug", "position")
        return {one.pk: (_said(one.name), f"addressee={one.slug}") for one in bodies}
    if way == BY_PILLAR:
        return {one.pk: (_said(one.name), f"pillar={spell(one.pk)}") for one in all_pillars()}
    rounds = Round.objects.filter(pk__in=[key for key in found if key]).only("title", "starts_on").order_by("starts_on")
    return {one.pk: (_said(one.title), f"round={spell(one.pk)}") for one in rounds}


def _said(text: MultilingualText) -> Wording:
    return text.said_in(get_language() or "en")


def _nothing(way: str) -> Wording:
    words = {
        BY_ROUND: pgettext("figures", "outside of rounds"),
        BY_PILLAR: pgettext("figures", "under no pillar"),
    }
    return Wording(words.get(way, "–"), "", "")
