"""What the team's pages of a list share: the round, the meter, the outcome of a change."""

from collections.abc import Callable, Iterable
from typing import Any

from supportroom.kernel.errors import Denied, DomainError, Missing, Stale
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.rounds.models import Round
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import PREPARING
from supportroom.selection.balance import standing
from supportroom.selection.models import DraftList
from supportroom.selection.queries import list_of, on_list
from supportroom.selection.vocabulary import DRAFT

PER_PAGE, LONGEST_ID = 50, 20


def listed_round(request: Asking, round_id: int) -> tuple[Round, DraftList]:
    """Give a round with its list for who may read it; Missing or Denied otherwise."""
    round = round_or_missing(request, round_id)
    require(request.actor, "selection.read_list", round)
    draft_list = list_of(round)
    draft_list.round = round
    return round, draft_list


def meter(round: Round, draft_list: DraftList, *, with_pool: bool = True) -> dict[str, Any]:
    """Give what the pages of a list show beside it: how it stands to each quota, and how many are on it."""
    standings = standing(round, draft_list=draft_list, with_pool=with_pool)
    people = standings[0].size if standings else on_list(round).count()
    return {
        "round": round,
        "draft_list": draft_list,
        "standings": standings,
        "met": sum(each.met for each in standings),
        "short": [each for each in standings if each.short],
        "people": people,
        "may_change": draft_list.state == DRAFT and round.state in PREPARING,
    }


def ids_in(words: Iterable[str]) -> list[int]:
    """Give the ids among words that a form or an address sent; what cannot be an id is left out."""
    numbers = (int(word) for word in words if word.isascii() and word.isdigit() and len(word) < LONGEST_ID)
    return [number for number in numbers if number < 1 << 63]


def refusal_of(act: Callable[..., Any], **asked: Any) -> str:
    """Do something that a page of the list offers; give the sentence of a refusal, or nothing when it was done."""
    try:
        act(**asked)
    except (Denied, Missing, Stale):
        raise
    except DomainError as refused:
        return refused.wording
    return ""
