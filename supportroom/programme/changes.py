"""What changed between two programmes, session by session. Pure; pages put it into words (`programme/_changes.html`).

Kinds of changes: added, removed; renamed, moved, regrouped, group_renamed, relocated, kind, interpretation, chatham;
topic_added, topic_removed, point_added, point_removed, reordered; reworded (words or a translation, of the title, the
place, a topic or a point).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supportroom.kernel.multilingual import MultilingualText
from supportroom.programme.frozen import Meeting, Part, Subject


@dataclass(frozen=True)
class Change:
    """One thing that is not as it was; `before` and `after` as far as there was or is something."""

    kind: str
    before: Any = None
    after: Any = None


@dataclass(frozen=True)
class MeetingChanges:
    """What changed in one session, as it stands now; as it stood before where it is gone."""

    meeting: Meeting
    changes: tuple[Change, ...]


def compare(before: Sequence[Meeting], after: Sequence[Meeting]) -> tuple[MeetingChanges, ...]:
    """Give the sessions that are new, changed or gone, in order of time."""
    old = {meeting.key: meeting for meeting in before}
    new = {meeting.key: meeting for meeting in after}
    found = [MeetingChanges(meeting, (Change("removed"),)) for key, meeting in old.items() if key not in new]
    for key, meeting in new.items():
        changes = (Change("added"),) if key not in old else tuple(_changes(old[key], meeting))
        if changes:
            found.append(MeetingChanges(meeting, changes))
    return tuple(sorted(found, key=lambda each: (each.meeting.starts_at, each.meeting.key)))


def how_many(changed: Sequence[MeetingChanges]) -> int:
    """Count the single changes."""
    return sum(len(each.changes) for each in changed)


def _changes(old: Meeting, new: Meeting) -> Iterator[Change]:
    yield from _words("renamed", old.title, new.title)
    if (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at):
        yield Change("moved", (old.starts_at, old.ends_at), (new.starts_at, new.ends_at))
    if _key(old.group) != _key(new.group):
        yield Change("regrouped", old.group, new.group)
    elif old.group and new.group:
        yield from _words("group_renamed", old.group.words, new.group.words)
    yield from _words("relocated", old.place, new.place)
    for kind, was, is_now in (
        ("kind", old.kind, new.kind),
        ("interpretation", old.interpretation, new.interpretation),
        ("chatham", old.is_chatham, new.is_chatham),
    ):
        if was != is_now:
            yield Change(kind, was, is_now)
    yield from _subjects(old.subjects, new.subjects)


def _key(group: Part | None) -> str:
    return group.key if group else ""


def _words(kind: str, old: MultilingualText, new: MultilingualText) -> Iterator[Change]:
    """Tell other words from another translation, and both from what only says how a translation stands."""
    if str(old) != str(new):
        yield Change(kind, old, new)
    elif old != new:
        yield Change("reworded", old, new)


def _subjects(old: Sequence[Subject], new: Sequence[Subject]) -> Iterator[Change]:
    was, is_now = {subject.key: subject for subject in old}, {subject.key: subject for subject in new}
    yield from (Change("topic_removed", subject.title) for key, subject in was.items() if key not in is_now)
    for key, subject in is_now.items():
        if key not in was:
            yield Change("topic_added", after=subject.title)
        else:
            yield from _reworded(was[key].title, subject.title)
        before = was[key].points if key in was else ()
        yield from _points({point.key: point for point in before}, {point.key: point for point in subject.points})
    if set(was) == set(is_now) and list(was) != list(is_now):
        yield Change("reordered")


def _points(was: Mapping[str, Part], is_now: Mapping[str, Part]) -> Iterator[Change]:
    yield from (Change("point_removed", point.words) for key, point in was.items() if key not in is_now)
    yield from (Change("point_added", after=point.words) for key, point in is_now.items() if key not in was)
    for key in was.keys() & is_now.keys():
        yield from _reworded(was[key].words, is_now[key].words)
    if set(was) == set(is_now) and list(was) != list(is_now):
        yield Change("reordered")


def _reworded(old: MultilingualText, new: MultilingualText) -> Iterator[Change]:
    if old != new:
        yield Change("reworded", old, new)
