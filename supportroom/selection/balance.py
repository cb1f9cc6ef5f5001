"""How a list stands to its quotas, and what the pool could still give it.

`Standing` is the arithmetic, on plain numbers. A least share of a list is counted on the people who stand on it now and
rounded up; whether it can be met at all is counted on all places of the list. Somebody counts as a woman, as living in
a region and so on only by their own profile: who says nothing counts for nobody and is shown as "not said".
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.room.quotas import competence_names, quota_label
from supportroom.room.vocabulary import COMPETENCE
from supportroom.rounds.models import Round
from supportroom.selection.models import DraftList, Quota
from supportroom.selection.queries import list_of, on_list, quotas_of
from supportroom.selection.traits import counts_for, said_nothing
from supportroom.selection.ways import pool_of


def share_of(percent: int, people: int) -> int:
    """Give how many people a share is, rounded up."""
    return -(-percent * people // 100)


@dataclass(frozen=True)
class Standing:
    """How a list stands to one quota: `size` people on it, `have` of whom count, `unsaid` do not say.

    `holders` is how many count among the list and the pool together (None where nobody asked), `places` how many places
    the list has.
    """

    quota: Quota
    label: str
    size: int
    have: int
    unsaid: int
    holders: int | None
    places: int

    @property
    def needed(self) -> int:
        """How many must count on the list as it stands."""
        return share_of(self.quota.percent, self.size)

    @property
    def met(self) -> bool:
        """Tell whether the quota is reached."""
        return self.have >= self.needed

    @property
    def aim(self) -> int:
        """How many must count once all places are given."""
        return share_of(self.quota.percent, max(self.places, self.size))

    @property
    def reachable(self) -> int:
        """The most of the aim that list and pool can give."""
        return self.aim if self.holders is None else min(self.holders, self.aim)

    @property
    def short(self) -> int:
        """By how many people list and pool together miss the aim: what no choice can mend."""
        return self.aim - self.reachable

    @property
    def reason(self) -> MultilingualText:
        """Why the list stays below, as the team wrote it."""
        return self.quota.reason

    @property
    def needs_reason(self) -> bool:
        """Tell whether the list can be confirmed only with a reason that is still missing."""
        return not self.met and not self.reason


def standing(
    round: Round,
    person_ids: Collection[int] | None = None,
    *,
    draft_list: DraftList | None = None,
    with_pool: bool = True,
) -> list[Standing]:
    """Tell how these people stand to the round's quotas, in their order; without ids, those who are on the list.

    Who has read the list already hands it over. Counting the pool takes longest: pages that do not say what it could
    still give leave it out.
    """
    kept = draft_list or list_of(round)
    quotas = quotas_of(round, kept)
    if not quotas:
        return []
    people = on_list(round) if person_ids is None else Person.objects.filter(pk__in=person_ids)
    size, counted = _counted(people, quotas, round)
    holders = _holders(people, quotas, round) if with_pool else [None] * len(quotas)
    names = competence_names() if any(quota.kind == COMPETENCE for quota in quotas) else {}
    return [
        Standing(quota, quota_label(quota.kind, quota.value, names), size, *counted[at], holders[at], kept.places)
        for at, quota in enumerate(quotas)
    ]


def _holders(people: QuerySet[Person], quotas: Sequence[Quota], round: Round) -> list[int | None]:
    """Count who counts for each quota among these people and the pool together."""
    both = Person.objects.filter(Q(pk__in=people.values("pk")) | Q(pk__in=pool_of(round).values("pk")))
    return [have for have, _unsaid in _counted(both, quotas, round, says=False)[1]]


def _counted(
    people: QuerySet[Person], quotas: Sequence[Quota], round: Round, *, says: bool = True
) -> tuple[int, list[tuple[int, int]]]:
    """Count people, and for each quota who counts and who does not say; one query for all."""
    asked: dict[str, Any] = {"size": Count("pk")}
    for at, quota in enumerate(quotas):
        asked[f"have_{at}"] = Count("pk", filter=counts_for(quota.kind, quota.value, round))
        if says:
            asked[f"unsaid_{at}"] = Count("pk", filter=said_nothing(quota.kind))
    told = people.order_by().aggregate(**asked)
    return told["size"], [(told[f"have_{at}"], told.get(f"unsaid_{at}", 0)) for at in range(len(quotas))]


def falls_below(
    round: Round,
    leaving: Person | int | None,
    joining: Person | int | None,
    *,
    among: Collection[int] | None = None,
) -> list[Standing]:
    """Tell which quotas would be missed, and by more than now, if one person took another's place.

    `among` are those who count (by default the list's people). What is given back stands as after the change.
    """
    before = set(on_list(round).values_list("pk", flat=True) if among is None else among)
    after = before - {_id_of(leaving)} | {_id_of(joining)} - {None}
    now = {each.quota.pk: each for each in standing(round, before)}
    then = standing(round, after)
    return [each for each in then if not each.met and _missing(each) > _missing(now[each.quota.pk])]


def _missing(one: Standing) -> int:
    return max(0, one.needed - one.have)


def _id_of(person: Person | int | None) -> Any:
    return person.pk if isinstance(person, Person) else person
