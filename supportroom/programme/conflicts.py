"""What cannot be held as planned: groups, people, places and interpretation in two sessions at once. Pure.

These are warnings for who plans, never refusals. Kinds: group_twice, plenary_overlaps, person_twice, place_twice,
link_twice, interpretation_missing, outside. How many teams of interpreters a round has is not recorded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

from supportroom.kernel.arabic import fold
from supportroom.programme.frozen import Meeting

TAKES_PART = "takes_part"


@dataclass(frozen=True)
class Planning:
    """What planning knows besides the meetings themselves; people are given by their ids.

    `chosen`: by meeting who is needed in it, and as what (contact, facilitator, rapporteur, offered). `members`: by
    group who takes part in it. `links`: by meeting its link.
    """

    first_day: date
    last_day: date
    zone: str
    interpretation: Sequence[str] = ()
    chosen: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    members: Mapping[str, frozenset[int]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Conflict:
    """A warning: of which kind, between which meetings, about what (a group, a person's id, a place, a language)."""

    kind: str
    meetings: tuple[Meeting, ...]
    about: Any = None
    roles: tuple[str, ...] = ()

    @property
    def since(self) -> datetime:
        """The moment from which all of them are held."""
        return max(meeting.starts_at for meeting in self.meetings)


def conflicts_among(meetings: Sequence[Meeting], planning: Planning) -> tuple[Conflict, ...]:
    """Give all that cannot be held as planned, in order of time."""
    found = [
        conflict
        for pair in combinations(meetings, 2)
        if pair[0].overlaps(pair[1])
        for conflict in _at_once(pair, planning)
    ]
    found += _interpreted(meetings, planning)
    found += (Conflict("outside", (meeting,)) for meeting in meetings if _is_outside(meeting, planning))
    return tuple(sorted(found, key=lambda conflict: (conflict.since, conflict.kind)))


def _at_once(pair: tuple[Meeting, Meeting], planning: Planning) -> Iterator[Conflict]:
    one, other = pair
    if _group(one) == _group(other):
        yield Conflict("group_twice", pair, one.group)
    elif not (one.group and other.group):
        yield Conflict("plenary_overlaps", pair if other.group else (other, one), one.group or other.group)
    else:
        yield from _people(pair, planning)
    if place := _same_place(one, other):
        yield Conflict("place_twice", pair, place)
    elif planning.links.get(one.key) and planning.links.get(one.key) == planning.links.get(other.key):
        yield Conflict("link_twice", pair)


def _group(meeting: Meeting) -> str:
    return meeting.group.key if meeting.group else ""


def _people(pair: tuple[Meeting, Meeting], planning: Planning) -> Iterator[Conflict]:
    """Give who is needed in one of two parallel groups and bound in the other."""
    chosen = [planning.chosen.get(meeting.key, {}) for meeting in pair]
    bound = [_bound(meeting, planning) for meeting in pair]
    for person in sorted((chosen[0].keys() & bound[1].keys()) | (chosen[1].keys() & bound[0].keys())):
        yield Conflict("person_twice", pair, person, (bound[0][person], bound[1][person]))


def _bound(meeting: Meeting, planning: Planning) -> dict[int, str]:
    members = planning.members.get(_group(meeting), frozenset())
    return {**dict.fromkeys(members, TAKES_PART), **planning.chosen.get(meeting.key, {})}


def _same_place(one: Meeting, other: Meeting) -> Any:
    """Give the place in which both are held, if it is one: the same words in one language are enough."""
    here, there = ({fold(words) for words in each.place.texts.values()} - {""} for each in (one, other))
    return one.place if here & there else None


def _interpreted(meetings: Sequence[Meeting], planning: Planning) -> Iterator[Conflict]:
    for language in dict.fromkeys(code for meeting in meetings for code in meeting.interpretation):
        seeking = [meeting for meeting in meetings if language in meeting.interpretation]
        if language not in planning.interpretation:
            yield Conflict("interpretation_missing", tuple(seeking), language)


def _is_outside(meeting: Meeting, planning: Planning) -> bool:
    """Tell whether a meeting begins or ends outside the round's days; midnight still belongs to the day before."""
    zone = ZoneInfo(planning.zone)
    begins, ends = meeting.starts_at.astimezone(zone), meeting.ends_at.astimezone(zone)
    last = ends.date() if ends.time() != datetime.min.time() else date.fromordinal(ends.date().toordinal() - 1)
    return begins.date() < planning.first_day or last > planning.last_day
