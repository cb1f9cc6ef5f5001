"""Several recommendations that ask the same, brought together into one demand."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.history import tell
from supportroom.register.holding import hold_register
from supportroom.register.models import Demand, Recommendation
from supportroom.register.recording import new_slug
from supportroom.register.titles import refuse_hidden_words
from supportroom.register.vocabulary import SAME


@action("register.bring_together", on="recommendations")
def bring_together(
    *, actor: Actor, recommendations: Sequence[Recommendation], title: MultilingualText, bond: str = SAME
) -> Demand:
    """Bring recommendations together under a title. Demands in which some of them stand already become the first one.

    `bond`: whether those that come in ask the same or are related; who stood in a demand keeps its own. DomainError
    `register.too_few`, `register.title_unreleased`.
    """
    refuse_unless(len({each.pk for each in recommendations}) > 1, "register.too_few")
    hold_register()
    rows = Recommendation.objects.in_bulk([each.pk for each in recommendations])
    chosen = [rows[each.pk] for each in recommendations]
    known = list(dict.fromkeys(each.demand_id for each in chosen if each.demand_id))
    refuse_hidden_words(title, [*chosen, *Recommendation.objects.filter(demand__in=known)])
    held = Demand.objects.in_bulk(known)
    demands = [held[key] for key in known]
    demand = demands[0] if demands else create(Demand, title=title, slug=new_slug("demand"))
    change(demand, title=title, search_text=title.search_text)
    _bring_in(demand, chosen, bond)
    for other in demands[1:]:
        _merge(other, demand)
    record(demand, actor=actor, recommendations=sorted(each.pk for each in recommendations))
    return demand


def _bring_in(demand: Demand, recommendations: Sequence[Recommendation], bond: str) -> None:
    for recommendation in recommendations:
        if recommendation.demand_id is None:
            change(recommendation, demand=demand, bond=bond)
            tell(recommendation, "brought_together", now().date(), words=demand.title)


def _merge(other: Demand, demand: Demand) -> None:
    for recommendation in Recommendation.objects.filter(demand=other):
        change(recommendation, demand=demand)
    for earlier in Demand.objects.filter(merged_into=other):
        change(earlier, merged_into=demand)
    change(other, merged_into=demand)


@action("register.amend_demand", on="demand")
def amend_demand(*, actor: Actor, demand: Demand, title: MultilingualText, seen: int | None = None) -> Demand:
    """Reword or translate a demand's title. DomainError `register.title_unreleased`, Stale."""
    refuse_hidden_words(title, demand.recommendations.all())
    change(demand, seen=seen, title=title, search_text=title.search_text)
    record(demand, actor=actor)
    return demand


@action("register.take_out_of_demand", on="recommendation")
def take_out_of_demand(*, actor: Actor, recommendation: Recommendation) -> Recommendation:
    """Let a recommendation stand alone again. A demand that would hold one alone is given up.

    DomainError `register.not_in_demand`.
    """
    demand = recommendation.demand
    if demand is None:
        raise DomainError("register.not_in_demand")
    change(recommendation, demand=None, bond=SAME)
    rest = list(Recommendation.objects.filter(demand=demand)[:2])
    if len(rest) < 2:
        for each in rest:
            change(each, demand=None, bond=SAME)
        record(demand, actor=actor)
        erase(demand)
    record(recommendation, actor=actor)
    return recommendation
