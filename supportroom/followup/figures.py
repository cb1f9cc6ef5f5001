"""Figures of follow-up per addressee, round, pillar and year: pure counting over plain rows.

They count bodies and texts, never people, so that small numbers give nobody away.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

from supportroom.followup.vocabulary import BY_ADDRESSEE, BY_PILLAR, BY_ROUND, BY_YEAR
from supportroom.register.vocabulary import ACKNOWLEDGED, OPEN_STATES, SENT

Key = int | None


@dataclass(frozen=True)
class Asked:
    """A recommendation as the figures see it; `reflected`: whether a briefing held it, None where none was read."""

    id: int
    year: int
    round_id: int | None
    pillar_id: int | None
    state: str
    reflected: bool | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether it is neither done nor lapsed."""
        return self.state in OPEN_STATES


@dataclass(frozen=True)
class Put:
    """One recommendation as it was put to one addressee."""

    recommendation: int
    addressee: int
    state: str
    sent_on: date | None
    due_on: date | None
    acknowledged_on: date | None
    answered_on: date | None


@dataclass(frozen=True)
class Figure:
    """What stands in a line of figures. `waiting` are those in time; days are from sending to answer.

    Whether an answer came in time is known where a day was set: what was never sent by a letter is neither.
    """

    key: Key
    asked: int = 0
    open: int = 0
    sent: int = 0
    acknowledged: int = 0
    answered: int = 0
    in_time: int = 0
    late: int = 0
    overdue: int = 0
    waiting: int = 0
    median_days: int | None = None
    read: int = 0
    reflected: int = 0

    @property
    def without_day(self) -> int:
        """Give how many answers came to what had no day by which one was asked for."""
        return self.answered - self.in_time - self.late

    @property
    def in_time_share(self) -> int | None:
        """Give the percent that was answered in time, of what had a day and is answered or overdue."""
        return _share(self.in_time, self.in_time + self.late + self.overdue)

    @property
    def reflected_share(self) -> int | None:
        """Give the percent of what was looked for in briefings that was reflected, wholly or partly."""
        return _share(self.reflected, self.read)


def _share(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


_KEYS: Final[Mapping[str, Callable[[Asked], Key]]] = {
    BY_ROUND: lambda one: one.round_id,
    BY_PILLAR: lambda one: one.pillar_id,
    BY_YEAR: lambda one: one.year,
}


def figures(way: str, asked: Iterable[Asked], put: Iterable[Put], today: date) -> list[Figure]:
    """Give a line for each addressee, round, pillar or year, in no order; an addressee's counts what is put to it."""
    by_id = {one.id: one for one in asked}
    groups: dict[Key, tuple[dict[int, Asked], list[Put]]] = defaultdict(lambda: ({}, []))
    for one in () if way == BY_ADDRESSEE else by_id.values():
        groups[_KEYS[way](one)][0][one.id] = one
    for each in put:
        one = by_id[each.recommendation]
        of, sent = groups[each.addressee if way == BY_ADDRESSEE else _KEYS[way](one)]
        of[one.id] = one
        sent.append(each)
    return [_figure(key, list(of.values()), sent, by_id, today) for key, (of, sent) in groups.items()]


def in_all(asked: Iterable[Asked], put: Iterable[Put], today: date) -> Figure:
    """Give the figures of everything together."""
    by_id = {one.id: one for one in asked}
    return _figure(None, list(by_id.values()), list(put), by_id, today)


def _figure(key: Key, asked: list[Asked], put: list[Put], by_id: Mapping[int, Asked], today: date) -> Figure:
    sent = [one for one in put if one.sent_on or one.answered_on]
    answered = [one for one in sent if one.answered_on]
    waiting = [one for one in sent if _waits(one, by_id[one.recommendation])]
    days = [max(0, (one.answered_on - one.sent_on).days) for one in answered if one.answered_on and one.sent_on]
    had_a_day = [one for one in answered if one.due_on]
    late = sum(_came_late(one) for one in had_a_day)
    return Figure(
        key=key,
        asked=len(asked),
        open=sum(one.is_open for one in asked),
        sent=len(sent),
        acknowledged=sum(bool(one.acknowledged_on or one.answered_on) for one in sent),
        answered=len(answered),
        in_time=len(had_a_day) - late,
        late=late,
        overdue=sum(_is_overdue(one, today) for one in waiting),
        waiting=sum(not _is_overdue(one, today) for one in waiting),
        median_days=round(median(days)) if days else None,
        read=sum(one.reflected is not None for one in asked),
        reflected=sum(bool(one.reflected) for one in asked),
    )


def _came_late(put: Put) -> bool:
    return put.answered_on is not None and put.due_on is not None and put.answered_on > put.due_on


def _waits(put: Put, asked: Asked) -> bool:
    return put.state in (SENT, ACKNOWLEDGED) and put.answered_on is None and asked.is_open


def _is_overdue(put: Put, today: date) -> bool:
    return put.due_on is not None and put.due_on < today
