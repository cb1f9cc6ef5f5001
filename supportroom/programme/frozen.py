"""A programme as plain values: what a published version keeps, and what the present state is compared with. Pure.

Times are UTC instants; ids are opaque words. Neither links to meetings nor persons are in it: whoever may read a round
may read its programme.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from supportroom.kernel.ids import unspell
from supportroom.kernel.multilingual import MultilingualText


@dataclass(frozen=True)
class Part:
    """A named part of a meeting: its group, or a discussion point."""

    key: str
    words: MultilingualText


@dataclass(frozen=True)
class Subject:
    """A topic of a meeting, with the discussion points that the meeting takes up."""

    key: str
    title: MultilingualText
    points: tuple[Part, ...] = ()

    @property
    def id(self) -> int:
        """The topic's id, as addresses take it."""
        return unspell(self.key)


@dataclass(frozen=True)
class Meeting:
    """A session as a programme has it; `revision` grows with every change, and says nothing else."""

    key: str
    title: MultilingualText
    kind: str
    starts_at: datetime
    ends_at: datetime
    group: Part | None = None
    place: MultilingualText = field(default_factory=MultilingualText)
    interpretation: tuple[str, ...] = ()
    is_chatham: bool = True
    revision: int = 1
    subjects: tuple[Subject, ...] = ()

    def overlaps(self, other: "Meeting") -> bool:
        """Tell whether two meetings have a moment in common; one that begins when the other ends has none."""
        return self.starts_at < other.ends_at and other.starts_at < self.ends_at


def as_content(meetings: Sequence[Meeting]) -> dict[str, Any]:
    """Give the JSON values that a version keeps."""
    return {"sessions": [_written(meeting) for meeting in meetings]}


def meetings_in(content: Mapping[str, Any]) -> tuple[Meeting, ...]:
    """Read what `as_content` wrote."""
    return tuple(_read(values) for values in content.get("sessions", ()))


def is_same(before: Sequence[Meeting], after: Sequence[Meeting]) -> bool:
    """Tell whether two programmes say the same, however often their sessions were touched in between."""
    return [replace(meeting, revision=0) for meeting in before] == [replace(meeting, revision=0) for meeting in after]


def fingerprint(meetings: Sequence[Meeting]) -> str:
    """Give a short word for a state of the programme, by which a form says what its writer had before their eyes."""
    plain = json.dumps(as_content(meetings), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _written(meeting: Meeting) -> dict[str, Any]:
    return {
        "key": meeting.key,
        "title": meeting.title.as_json(),
        "kind": meeting.kind,
        "group": _part_written(meeting.group) if meeting.group else None,
        "starts_at": meeting.starts_at.astimezone(UTC).isoformat(),
        "ends_at": meeting.ends_at.astimezone(UTC).isoformat(),
        "place": meeting.place.as_json(),
        "interpretation": list(meeting.interpretation),
        "is_chatham": meeting.is_chatham,
        "revision": meeting.revision,
        "topics": [
            {
                "key": subject.key,
                "title": subject.title.as_json(),
                "points": [_part_written(point) for point in subject.points],
            }
            for subject in meeting.subjects
        ],
    }


def _part_written(part: Part) -> dict[str, Any]:
    return {"key": part.key, "words": part.words.as_json()}


def _read(values: Mapping[str, Any]) -> Meeting:
    return Meeting(
        key=values["key"],
        title=_text(values["title"]),
        kind=values["kind"],
        starts_at=datetime.fromisoformat(values["starts_at"]),
        ends_at=datetime.fromisoformat(values["ends_at"]),
        group=_part_read(values["group"]) if values["group"] else None,
        place=_text(values["place"]),
        interpretation=tuple(values["interpretation"]),
        is_chatham=values["is_chatham"],
        revision=values["revision"],
        subjects=tuple(
            Subject(topic["key"], _text(topic["title"]), tuple(_part_read(point) for point in topic["points"]))
            for topic in values["topics"]
        ),
    )


def _part_read(values: Mapping[str, Any]) -> Part:
    return Part(values["key"], _text(values["words"]))


def _text(values: Mapping[str, Any]) -> MultilingualText:
    return MultilingualText(values["original"], values["texts"], values["states"])
