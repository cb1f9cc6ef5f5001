"""The document tree: what a text consists of, before anybody decides how it looks.

Everything is frozen and made of plain strings, so that a tree can be compared, cached and built in a test in one line.
A text that is in another language than the document says so by `language` and `direction`; left empty, both are the
document's own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

Direction = Literal["ltr", "rtl"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """The words that renderers add themselves, in the document's language.

    `page` is a pattern with `{number}` and `{total}`; `permalink` one with `{number}`, read out by screen readers in
    place of a bare paragraph number; `digits` are the ten digits for page numbers and ordered items, zero first.
    """

    contents: str = "Contents"
    footnotes: str = "Footnotes"
    footnote: str = "Footnote {number}"
    back: str = "Back to the text"
    page: str = "{number} / {total}"
    permalink: str = "Paragraph {number}"
    address: str = "Permanent address"
    digits: str = "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; level 1 is the highest inside the document (the title stands above all of them), 4 the lowest."""

    text: str
    level: int = 1
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """What stands at the foot about one place of a text. Wherever `mark` stands in that text (for example "[3]"),
    renderers put the number, raised and led to the footnote; a mark that stands in no footnote is left as it is.
    """

    mark: str
    number: str
    text: str
    language: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; with a `number`, that stands in the margin and is a permalink to `anchor` (else to the number)."""

    text: str
    number: str = ""
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None
    footnotes: tuple[Footnote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of `Items`, with whatever list stands under it; an `anchor` gives it an address in the web page."""

    text: str
    inside: Items | None = None
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list, numbered from `start` when `ordered`."""

    entries: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a head row; with `row_heads` the first cell of each row names that row. Short rows are filled up."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    row_heads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labelled figures: pairs of (label, value), in the order in which they should be read.

    With `sentences` the values are whole sentences, which print sets like text and not like figures.
    """

    pairs: tuple[tuple[str, str], ...]
    sentences: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words taken over from elsewhere, and who said or wrote them."""

    text: str
    by: str = ""
    language: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An addressee's answer, and who gave it."""

    text: str
    by: str
    language: str = ""
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A word of the editors about the text, set apart from it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """The beginning of an annex: a heading of the first level on a new page."""

    title: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page (in print; nothing on the web)."""


Block: TypeAlias = Heading | Paragraph | Items | Table | Facts | Quote | Reply | Note | Annex | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole text. `language` is a BCP 47 tag ("ar", "en"); `notices` stand under the title, before the text.

    `publisher` and `edition` (for example "First edition, 5 June 2020") stand in the running head in print; `address`
    is the web address at which this very edition stays; `contents` asks for a table of contents. `published` is the day
    written into the files' properties (a draft has none, and its PDF does not claim to be fit for archives).
    """

    title: str
    language: str
    direction: Direction
    blocks: tuple[Block, ...] = ()
    subtitle: str = ""
    publisher: str = ""
    date_line: str = ""
    edition: str = ""
    address: str = ""
    notices: tuple[str, ...] = ()
    contents: bool = False
    published: date | None = None
    labels: Labels = field(default_factory=Labels)
