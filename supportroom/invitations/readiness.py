"""What must stand before invitations go out, after what nine organisations missed in November 2017. Pure.

They were given titles instead of a programme, no discussion points, contact persons who did not know the topic, and a
few days' notice. Each of these is a requirement here, with what it is about; a notice that is shorter than the room
promises needs its reason in writing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from supportroom.invitations.term import is_possible, notice_days


@dataclass(frozen=True)
class TopicPrepared:
    """How far a topic of the agenda is prepared; `key` is its id, for the link to where it is mended."""

    key: int
    title: str
    points_taken_up: int = 0
    has_contact: bool = False
    has_competence: bool = False


@dataclass(frozen=True)
class LetterWritten:
    """The letter as it stands: its languages, those of them that lag behind the original, term, reason."""

    languages: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    answer_by: datetime | None = None
    has_reason: bool = False


@dataclass(frozen=True)
class Preparation:
    """All that the decision rests on. `listed` is None while the list is not confirmed."""

    moment: datetime
    first_day: date
    zone: str
    promised_days: int
    has_begun: bool = False
    programme_number: int = 0
    programme_is_current: bool = False
    topics: tuple[TopicPrepared, ...] = ()
    languages: tuple[str, ...] = ()
    letter: LetterWritten | None = None
    listed: int | None = None

    @property
    def notice(self) -> int:
        """The notice in days, if they went out at this moment."""
        return notice_days(self.moment, self.first_day, self.zone)


@dataclass(frozen=True)
class Requirement:
    """One thing that must stand: its place, whether it stands, and what is missing where it does not.

    `lack` is a key of the vocabulary's LACKS, `about` the topic's id or the language it speaks of.
    """

    place: str
    is_met: bool
    lack: str
    about: str = ""
    params: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Readiness:
    """The result, and the reasons: every requirement in order."""

    requirements: tuple[Requirement, ...]

    @property
    def missing(self) -> tuple[Requirement, ...]:
        """The requirements that are not met."""
        return tuple(requirement for requirement in self.requirements if not requirement.is_met)

    @property
    def is_ready(self) -> bool:
        """Tell whether invitations can go out."""
        return not self.missing


def assess(prepared: Preparation) -> Readiness:
    """Give every requirement with its outcome."""
    return Readiness((
        *_round(prepared),
        *(requirement for topic in prepared.topics for requirement in _topic(topic)),
        *_letter(prepared),
        *_list(prepared),
    ))  # fmt: skip


def _round(prepared: Preparation) -> Iterator[Requirement]:
    if prepared.has_begun:
        yield Requirement("round", False, "begun")
    lack = "programme_outdated" if prepared.programme_number else "programme"
    yield Requirement("programme", bool(prepared.programme_number) and prepared.programme_is_current, lack)
    if not prepared.topics:
        yield Requirement("agenda", False, "agenda")


def _topic(topic: TopicPrepared) -> Iterator[Requirement]:
    about: dict[str, str | int] = {"topic": topic.title}
    yield Requirement("topic", topic.points_taken_up > 0, "points", str(topic.key), about)
    lack = "competence" if topic.has_contact else "contact"
    yield Requirement("topic", topic.has_contact and topic.has_competence, lack, str(topic.key), about)


def _letter(prepared: Preparation) -> Iterator[Requirement]:
    letter = prepared.letter or LetterWritten()
    if prepared.letter is None:
        yield Requirement("letter", False, "letter")
    for code in prepared.languages:
        lack = "language_outdated" if code in letter.outdated else "language"
        written = code in letter.languages and code not in letter.outdated
        yield Requirement("letter", written, lack, code, {"language": code})
    at = letter.answer_by
    ahead = at is not None and is_possible(at, prepared.moment, prepared.first_day, prepared.zone)
    yield Requirement("letter", ahead, "term")
    if prepared.notice < prepared.promised_days:
        days: dict[str, str | int] = {"days": prepared.notice, "promised": prepared.promised_days}
        yield Requirement("letter", letter.has_reason, "reason", params=days)


def _list(prepared: Preparation) -> Iterator[Requirement]:
    lack = "list" if prepared.listed is None else "list_empty"
    yield Requirement("list", bool(prepared.listed), lack)
