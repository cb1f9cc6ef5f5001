"""Page-shaped reads of the register for everybody. What somebody may see is decided by `register.queries`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, DateField, F, Prefetch, Value
from django.utils.translation import get_language

from supportroom.followup.finding import keys_once, years_asked
from supportroom.followup.standing import Standing, standing_of
from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Addressee, Recommendation, RecommendationQuerySet, Submission, Theme
from supportroom.register.queries import members_of_demand, recommendations_visible_to
from supportroom.register.vocabulary import SAME, STANDING_THEMES
from supportroom.room.models import Pillar
from supportroom.rounds.models import Round

Choices = Sequence[tuple[str, Any]]
PER_PAGE = 50
OF_SUBMISSION = ("recommendation", "state", "due_on", "addressee__name", "addressee__position")
SUBMISSIONS = Prefetch("submissions", Submission.objects.select_related("addressee").only(*OF_SUBMISSION))
SHOWN = "year number slug text asked_on precision bond state released_on pillar__name demand__slug".split()  # noqa: SIM905


@dataclass(frozen=True)
class Row:
    """A line of the register: a recommendation, where it stands, and the years in which the same was asked for."""

    recommendation: Recommendation
    standing: Standing
    years: tuple[int, ...]

    @property
    def is_asked_again(self) -> bool:
        """Tell whether several texts ask for it."""
        return len(self.years) > 1


@dataclass(frozen=True)
class Choosing:
    """What the filter offers: the choices of its fields, and the years with how many recommendations each has."""

    choices: dict[str, Choices]
    years: tuple[tuple[int, int], ...]


def page_of(found: RecommendationQuerySet, number: str | None) -> tuple[Page[int], list[Recommendation]]:
    """Give a page of what was found in order, each demand once, and the recommendations that stand on it."""
    page = Paginator(keys_once(found), PER_PAGE).get_page(number)
    rows = {one.pk: one for one in for_list(Recommendation.objects.filter(pk__in=list(page)))}
    return page, [rows[key] for key in page if key in rows]


def rows_of(actor: Actor, page: Iterable[Recommendation], today: date) -> list[Row]:
    """Give the lines of a page, whose submissions came with them."""
    shown = list(page)
    demands = {one.demand_id for one in shown if one.demand_id and one.bond == SAME}
    years = years_asked(actor, demands) if demands else {}
    return [_row(one, tuple(years.get(one.demand_id or 0, ())), today) for one in shown]


def _row(one: Recommendation, years: tuple[int, ...], today: date) -> Row:
    standing = standing_of(one.state, one.submissions.all(), today)
    return Row(one, standing, years if one.bond == SAME else ())


def for_list(found: RecommendationQuerySet) -> RecommendationQuerySet:
    """Load with recommendations what a list shows of them."""
    found = found.select_related(None).select_related("pillar", "demand")
    return found.prefetch_related(SUBMISSIONS).only(*SHOWN)


def choosing(actor: Actor) -> Choosing:
    """Give what there is to choose among the recommendations that somebody may read, in two queries."""
    seen = recommendations_visible_to(actor).select_related(None).order_by()
    held = list(seen.values_list("year", "round", "pillar").annotate(Count("pk")))
    years: Counter[int] = Counter()
    for year, _round, _pillar, count in held:
        years[year] += count
    names = _names({row[1] for row in held} - {None}, {row[2] for row in held} - {None})
    return Choosing(names | {"year": [(str(year), year) for year in sorted(years)]}, tuple(sorted(years.items())))


def _names(rounds: set[int], pillars: set[int]) -> dict[str, Choices]:
    """Give the names of addressees, themes and these rounds and pillars, in the room's order; in one query."""
    kinds = (
        (Round.objects.filter(pk__in=rounds), "round", Value(""), Value(0), "starts_on", "title"),
        (Addressee.objects.all(), "addressee", F("slug"), F("position"), None, "name"),
        (Pillar.objects.filter(pk__in=pillars), "pillar", Value(""), F("position"), None, "name"),
        (Theme.objects.all(), "theme", F("code"), F("position"), None, "name"),
    )
    none = Value(None, output_field=DateField())
    queries = [
        rows.order_by().values_list(Value(kind), code, place, F(day) if day else none, "pk", name)
        for rows, kind, code, place, day, name in kinds
    ]
    found: dict[str, list[tuple[Any, str, str]]] = {kind: [] for _rows, kind, *_more in kinds}
    for kind, code, place, day, pk, name in queries[0].union(*queries[1:], all=True):
        found[kind].append(((-day.toordinal() if day else place, pk), code or spell(pk), _named(name)))
    standing = [((0, at), code, _named(name)) for at, (code, name) in enumerate(STANDING_THEMES.items())]
    known = {code for _order, code, _name in found["theme"]}
    found["theme"] += [one for one in standing if one[1] not in known]
    return {kind: [(code, name) for _order, code, name in sorted(rows)] for kind, rows in found.items()}


def _named(text: MultilingualText) -> str:
    return text.said_in(get_language() or "en").text


def together_with(actor: Actor, recommendation: Recommendation, today: date) -> tuple[list[Row], list[Row]]:
    """Give the other recommendations of its demand: those that ask the same, and those that are related."""
    if recommendation.demand is None:
        return [], []
    others = members_of_demand(actor, recommendation.demand).exclude(pk=recommendation.pk)
    rows = rows_of(actor, for_list(others), today)
    same = [row for row in rows if SAME == recommendation.bond == row.recommendation.bond]
    return same, [row for row in rows if row not in same]
