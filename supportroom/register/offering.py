"""Recommendations that are still open, offered to be taken up by a topic of a later round."""

from collections.abc import Iterator
from typing import Final

from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.showing import page_at, title_of
from supportroom.register.vocabulary import OPEN_STATES, SAME
from supportroom.rounds.models import Round
from supportroom.topics.sources import Source
from supportroom.topics.vocabulary import RECOMMENDATION_OPEN

MOST = 500
SOURCES: Final = ("statement", "report__round", "paper", "document")
# Every page of a topic reads five hundred of them: only what an offer shows.
SHOWN: Final = (
    "text", "search_text", "round_id", "slug", "asked_on", "precision", "demand_id", "bond", "source_kind",
    "statement__title", "report__round__title", "paper__title", "document__title",
)  # fmt: skip


def recommendations_open(actor: Actor, round: Round) -> Iterator[Source]:
    """Give what was asked before a round and is still open, newest first.

    Of several that ask the same the newest stands for all of them, open since the first of them asked.
    """
    rows = recommendations_visible_to(actor).filter(state__in=OPEN_STATES, asked_on__lt=round.starts_on)
    slim = rows.exclude(round=round).select_related(None).select_related(*SOURCES).only(*SHOWN)
    listed = list(slim.order_by("-asked_on", "number")[:MOST])
    first = {_key(each): each for each in listed}  # the last one wins: the oldest
    seen = set()
    for each in listed:
        if (key := _key(each)) not in seen:
            seen.add(key)
            oldest = first[key]
            yield Source(
                reference=reference(each),
                kind=RECOMMENDATION_OPEN,
                words=each.text,
                round_id=each.round_id,
                url=page_at(each),
                since=oldest.asked_on,
                precision=oldest.precision,
                title=title_of(each),
                folded=each.search_text,
            )


def _key(recommendation: Recommendation) -> int:
    is_same = recommendation.demand_id and recommendation.bond == SAME
    return recommendation.demand_id if is_same and recommendation.demand_id else recommendation.pk
