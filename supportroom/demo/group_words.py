"""What the texts of the demo's working groups are made of: paragraphs, sources, comments, answers. Arabic, English."""

from typing import NamedTuple

Pair = tuple[str, str]
NONE: Pair = ("", "")


class Para(NamedTuple):
    """A paragraph or heading of a draft, and how it reads after the comments were answered, where that differs."""

    words: Pair
    after: Pair = NONE
    is_heading: bool = False


class Origin(NamedTuple):
    """A source of a group's library: its key, kind, title in its own language, and what a reference needs."""

    key: str
    kind: str
    title: str
    language: str
    author: str
    year: int
    number: str = ""
    publisher: str = ""
    address: str = ""
    note: str = ""


class Comment(NamedTuple):
    """A comment: on which paragraph (its place in the draft; None: the whole), what, and which answer it gets.

    `support`: how many others support it; `then`: what its writer says to the answer.
    """

    place: int | None
    words: Pair
    answer: str
    proposed: Pair = NONE
    is_named: bool = False
    support: int = 0
    then: str = ""
    insistence: Pair = NONE


class Answer(NamedTuple):
    """What the group answers to one comment or several alike: verdict, reason, the change and where it stands."""

    verdict: str
    reason: Pair
    change: Pair = NONE
    place: int | None = None


class Stands(NamedTuple):
    """Somebody who stands for a group: years, works, why, where they live and work, a conflict of interest."""

    years: int
    works: str
    why: Pair
    lives_in: str
    works_in: str
    conflict: str = ""
