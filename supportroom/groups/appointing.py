"""Who should be appointed, and why: competence first, then geographical spread, then the room's quotas.

Pure: it takes candidates as plain values and gives a ranking with its reasons as codes and numbers (`wording` says them
in the reader's language). The same candidates in any order give the same ranking.

1. **Competence** is a level: *strong* (at least half of the fields asked for, eight years or more), *solid* (a field
   asked for, and three years or works to show), *some* (a field asked for, or years, or works), *none said*. Where the
   task asks for no field, years and works decide. A level is coarse on purpose: a year more is no reason to fill a
   group from one town.
2. **Spread**, among equals in competence: who lives, and who works, in a place in which nobody who was ranked before or
   holds a seat already does. A country is no new place where one of its regions is there.
3. **Quotas**, among equals in both: who counts for more of the room's quotas that those before do not fill yet.

What is still equal is decided by more of the fields asked for, then by years, then by lot: a number drawn for this
group that nobody can choose. The ranking proposes; people confirm it, or change it with a reason for each person.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

STRONG, SOLID, SOME, NONE = 3, 2, 1, 0
STRONG_YEARS, SOLID_YEARS = 8, 3
ALL = 100
CRITERIA = ("competence", "spread", "quotas", "fields", "years", "lot")


@dataclass(frozen=True)
class Stander:
    """A candidate as plain values. `traits`: keys of the quotas for which they count; `lot`: drawn for this group."""

    key: int
    fields: frozenset[int] = frozenset()
    years: int = 0
    has_works: bool = False
    lives_in: str = ""
    works_in: str = ""
    traits: frozenset[str] = frozenset()
    has_conflict: bool = False
    lot: int = 0


@dataclass(frozen=True)
class Aim:
    """What is looked for: fields of competence, the number of seats, least shares of quotas (key: per cent)."""

    fields: frozenset[int] = frozenset()
    seats: int = 5
    quotas: Mapping[str, int] = field(default_factory=dict)

    def needed(self, quota: str) -> int:
        """How many seats a quota's share is, rounded up."""
        return -(-self.quotas[quota] * self.seats // ALL)


@dataclass(frozen=True)
class Ground:
    """A reason: its code (`wording.GROUNDS`) and what stands in it, as plain values."""

    code: str
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Placed:
    """A candidate's place in the ranking, and why. `decided_by`: what puts them before the next one, or nothing."""

    stander: Stander
    rank: int
    level: int
    grounds: tuple[Ground, ...]
    is_proposed: bool
    decided_by: str = ""


@dataclass(frozen=True)
class Proposal:
    """The ranking of all candidates; the first are proposed. `notes` say how the proposed ones stand together."""

    placed: tuple[Placed, ...]
    notes: tuple[Ground, ...]

    @property
    def proposed(self) -> frozenset[int]:
        """The keys of those who are proposed."""
        return frozenset(each.stander.key for each in self.placed if each.is_proposed)


def level_of(stander: Stander, aim: Aim) -> int:
    """Give the level of somebody's competence for what is looked for."""
    matched, has_field = len(stander.fields & aim.fields), not aim.fields or bool(stander.fields & aim.fields)
    if 2 * matched >= len(aim.fields) and has_field and stander.years >= STRONG_YEARS:
        return STRONG
    if has_field and (stander.years >= SOLID_YEARS or stander.has_works):
        return SOLID
    said = stander.years or stander.has_works or (aim.fields and has_field)
    return SOME if said else NONE


def propose(standers: Iterable[Stander], aim: Aim, *, seated: Sequence[Stander] = ()) -> Proposal:
    """Rank candidates; the first `aim.seats` less those who hold a seat already are proposed."""
    waiting, before = sorted(standers, key=lambda each: each.key), list(seated)
    placed: list[Placed] = []
    free = max(aim.seats - len(seated), 0)
    while waiting:
        order = sorted(waiting, key=lambda each: _worth(each, before, aim), reverse=True)
        first = order[0]
        second = order[1] if len(order) > 1 else None
        grounds = _grounds(first, before, aim)
        decided_by = _difference(first, second, before, aim)
        placed.append(Placed(first, len(placed) + 1, level_of(first, aim), grounds, len(placed) < free, decided_by))
        before.append(first)
        waiting.remove(first)
    chosen = [*seated, *(each.stander for each in placed if each.is_proposed)]
    return Proposal(tuple(placed), standing_together(chosen, aim))


def _worth(stander: Stander, before: Sequence[Stander], aim: Aim) -> tuple[int, ...]:
    return (
        level_of(stander, aim),
        _spread(stander, before),
        len(_helped(stander, before, aim)),
        len(stander.fields & aim.fields),
        stander.years,
        stander.lot,
        -stander.key,
    )


def _difference(first: Stander, second: Stander | None, before: Sequence[Stander], aim: Aim) -> str:
    if second is None:
        return ""
    pairs = zip(_worth(first, before, aim), _worth(second, before, aim), strict=True)
    at = next((number for number, (one, other) in enumerate(pairs) if one != other), len(CRITERIA) - 1)
    return CRITERIA[min(at, len(CRITERIA) - 1)]


def _is_new(place: str, places: Iterable[str]) -> bool:
    return bool(place) and all(place != known and not known.startswith(f"{place}-") for known in places)


def _spread(stander: Stander, before: Sequence[Stander]) -> int:
    home = _is_new(stander.lives_in, [each.lives_in for each in before])
    work = _is_new(stander.works_in, [each.works_in for each in before])
    return home + work


def _helped(stander: Stander, before: Sequence[Stander], aim: Aim) -> list[str]:
    unmet = (quota for quota in aim.quotas if sum(quota in each.traits for each in before) < aim.needed(quota))
    return [quota for quota in unmet if quota in stander.traits]


def _grounds(stander: Stander, before: Sequence[Stander], aim: Aim) -> tuple[Ground, ...]:
    matched = sorted(stander.fields & aim.fields)
    grounds = [Ground("level", {"level": level_of(stander, aim)})]
    if aim.fields:
        grounds.append(Ground("fields", {"fields": matched, "of": len(aim.fields)}) if matched else Ground("no_field"))
    grounds.append(Ground("years", {"years": stander.years}) if stander.years else Ground("no_years"))
    grounds += [Ground("works")] * stander.has_works
    for code, place, known in (
        ("home", stander.lives_in, [each.lives_in for each in before]),
        ("work", stander.works_in, [each.works_in for each in before]),
    ):
        if place:
            grounds.append(Ground(f"new_{code}" if _is_new(place, known) else f"known_{code}", {"place": place}))
        else:
            grounds.append(Ground(f"no_{code}"))
    grounds += [Ground("quota", {"quota": quota}) for quota in _helped(stander, before, aim)]
    return (*grounds, *[Ground("conflict")] * stander.has_conflict)


def live_in_one_place(standers: Sequence[Stander]) -> bool:
    """Tell whether several people all live in one and the same place, as far as they say."""
    homes = {each.lives_in for each in standers if each.lives_in}
    return len(standers) > 1 and len(homes) == 1


def standing_together(standers: Sequence[Stander], aim: Aim) -> tuple[Ground, ...]:
    """Say how people stand together: places, fields, quotas, interests."""
    homes = {each.lives_in for each in standers if each.lives_in}
    covered = frozenset().union(*(each.fields for each in standers)) & aim.fields if standers else frozenset()
    met = sum(sum(quota in each.traits for each in standers) >= aim.needed(quota) for quota in aim.quotas)
    notes = [Ground("places", {"count": len(homes), "unsaid": sum(not each.lives_in for each in standers)})]
    notes += [Ground("one_place")] * live_in_one_place(standers)
    notes += [Ground("covered", {"count": len(covered), "of": len(aim.fields)})] * bool(aim.fields)
    notes += [Ground("quotas", {"met": met, "of": len(aim.quotas)})] * bool(aim.quotas)
    conflicts = sum(each.has_conflict for each in standers)
    return (*notes, *[Ground("conflicts", {"count": conflicts})] * bool(conflicts))
