"""What was understood of a document: groups of items, and for each group what it is taken for and why."""

from dataclasses import dataclass

ASKED, POINTS, REPEATED, TOLD, PROSE = "asked", "points", "repeated", "told", "prose"
BY_LEAD, BY_HEADING, BY_PARENT, BY_STATEMENT, BY_TITLE, BY_FORM = (
    "lead",
    "heading",
    "parent",
    "statement",
    "title",
    "form",
)
NAMES, CONTENTS, TELLS, DISCUSSED = "names", "contents", "tells", "discussed"
UNCLEAR, AGAIN, IN_PROSE = "unclear", "again", "in_prose"


@dataclass(frozen=True, slots=True)
class Part:
    """What may be a recommendation: its words, and the source's lines that it stands on, counted from 0."""

    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class List:
    """A list as it stands in a document, with what stands above it: the nearest first.

    `title` is the title of the whole, if a heading is only that; `head` the first heading, whatever stands under it.
    """

    heading: str
    lead: str
    parts: tuple[Part, ...]
    line: int
    above: tuple[str, ...] = ()
    title: str = ""
    head: str = ""
    is_prose: bool = False
    is_coded: bool = False  # "R1.", "R2.": its marks say that it recommends
    is_counted: bool = False  # each says of itself that it is a recommendation


@dataclass(frozen=True, slots=True)
class Verdict:
    """How sure it is that a list asks for something, and why.

    0 not at all, 1 perhaps, 2 a lead speaks of it, 3 somebody asks, 4 a heading is a name for what is asked.
    """

    strength: int
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """A list with its name, what it is taken for, and why. `like` names the group that says the same."""

    heading: str
    kind: str
    why: str
    parts: tuple[Part, ...]
    line: int
    like: str = ""

    @property
    def is_taken(self) -> bool:
        """Say whether its items are taken for recommendations."""
        return self.kind == ASKED
