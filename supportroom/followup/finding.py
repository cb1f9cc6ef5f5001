"""Finding recommendations: filtered, each demand once, in an order."""

from datetime import date

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from supportroom.answers.due import overdue
from supportroom.followup.filters import Filters
from supportroom.followup.vocabulary import DUE, MOVED, OLDEST, OPEN
from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import unspell
from supportroom.register.models import Recommendation, RecommendationQuerySet, Submission
from supportroom.register.queries import asked_by, recommendations_visible_to
from supportroom.register.vocabulary import ACKNOWLEDGED, OPEN_STATES, SAME, SENT


def matching(actor: Actor, filters: Filters, today: date) -> RecommendationQuerySet:
    """Give all recommendations that somebody may read and that the filters mean, in no order, with nothing joined."""
    found = recommendations_visible_to(actor).select_related(None).order_by()
    found = found.filter(_by_kind(filters) & asked_by(filters.words))
    if filters.theme:
        found = found.under_theme(filters.theme)
    if filters.addressee or filters.overdue:
        sent = overdue(today).select_related(None).order_by() if filters.overdue else Submission.objects.order_by()
        if filters.addressee:
            sent = sent.filter(addressee__slug=filters.addressee)
        found = found.filter(pk__in=sent.values("recommendation"))  # read once, not for each recommendation
    return found


def in_order(found: RecommendationQuerySet, order: str) -> RecommendationQuerySet:
    """Put recommendations in one of the orders; whatever is equal stands by its number."""
    if order == OLDEST:
        return found.order_by("asked_on", "year", "number")
    if order == DUE:
        waits = Submission.objects.filter(recommendation=OuterRef("pk"), state__in=(SENT, ACKNOWLEDGED))
        soonest = waits.order_by("due_on").values("due_on")[:1]
        return found.annotate(due=Subquery(soonest)).order_by(F("due").asc(nulls_last=True), "-year", "number")
    if order == MOVED:
        return found.order_by("-state_since", "-year", "number")
    return found.order_by("-year", "number")


def keys_once(found: RecommendationQuerySet) -> list[int]:
    """Give the ids of what was found, in its order; of those that ask the same the one that stands first alone."""
    keys, seen = [], set()
    for key, demand, bond in found.values_list("pk", "demand", "bond"):
        if demand is None or bond != SAME:
            keys.append(key)
        elif demand not in seen:
            seen.add(demand)
            keys.append(key)
    return keys


def _by_kind(filters: Filters) -> Q:
    asked = Q()
    if filters.round:
        asked &= Q(round=unspell(filters.round))
    if filters.pillar:
        asked &= Q(pillar=unspell(filters.pillar))
    if filters.year:
        asked &= Q(year=int(filters.year))
    if filters.demand:
        asked &= Q(demand__slug=filters.demand)
    if filters.source:
        kind, _dash, word = filters.source.partition("-")
        asked &= Q(**{kind: unspell(word)})
    if filters.state:
        asked &= Q(state__in=OPEN_STATES) if filters.state == OPEN else Q(state=filters.state)
    return asked


def years_asked(actor: Actor, demands: set[int]) -> dict[int, list[int]]:
    """Give for each demand the years in which it was asked for, the first one first, as far as somebody may read."""
    years: dict[int, list[int]] = {}
    same: QuerySet[Recommendation] = recommendations_visible_to(actor).filter(demand__in=demands, bond=SAME)
    for demand, year in same.order_by("year").values_list("demand", "year").distinct():
        years.setdefault(demand, []).append(year)
    return years
