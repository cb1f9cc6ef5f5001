"""What was understood of a file: sections with their headings, items, and the prose that was passed over.

`reader.read_outline(name, content)` gives an `Outline`. Everything is in the order of the file, and everything
knows its line (paragraph in DOCX, row in CSV and XLSX; the first is 1), so that a preview can show the whole
again by sorting on it. Nothing of the file's text is lost but page furniture and tables of contents.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One point as somebody wrote it. Line breaks in `text` part its paragraphs and nested bullets."""

    text: str
    mark: str  # as written: "3.", "-", "◆", "(٤)", "أ-"; empty where the file had none
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph that is neither a heading nor an item; a person may turn it into a point."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `heading` is None before the first heading and for a list of its own."""

    heading: str | None
    level: int  # 1 is the highest; 0 without a heading
    items: tuple[Item, ...]
    line: int
    prose: tuple[Passage, ...] = ()

    @property
    def parts(self) -> tuple[Item | Passage, ...]:
        """Return items and prose together, in the order of the file."""
        return tuple(sorted((*self.items, *self.prose), key=lambda part: part.line))


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a person should know about the reading; worded by `vocabulary.note_text(note)`."""

    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outline:
    """A file as sections, with notes on how it was read."""

    sections: tuple[Section, ...]
    notes: tuple[Note, ...] = ()

    @property
    def with_items(self) -> tuple[Section, ...]:
        """Return the sections that hold items: what would become pillars."""
        return tuple(section for section in self.sections if section.items)

    @property
    def item_count(self) -> int:
        """Return how many items there are in all sections."""
        return sum(len(section.items) for section in self.sections)
