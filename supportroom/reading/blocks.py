"""What the readers of each format hand over: paragraphs and list items in the order of the file."""

from dataclasses import dataclass

from supportroom.reading.marks import Mark


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or an item when it has a mark, or a heading when it has a level."""

    text: str
    line: int
    mark: Mark | None = None
    level: int = 0  # of a heading; 0 for everything else
    is_firm: bool = True  # a heading that the file itself makes one, by its form; otherwise it was inferred
    is_bold: bool = False  # the whole of it
    indent: int = 0
    is_apart: bool = True  # a gap stands before it
    is_joined: bool = False  # put together from several lines
    is_title: bool = False  # the file calls it the title of the whole

    @property
    def written(self) -> str:
        """Return the text with its mark, as it stood in the file."""
        return f"{self.mark.written} {self.text}".strip() if self.mark else self.text

    @property
    def is_alone(self) -> bool:
        """Say whether this is a number with nothing after it: what follows is its text."""
        return self.mark is not None and not self.text

    @property
    def is_prose(self) -> bool:
        """Say whether this is neither item nor heading."""
        return self.mark is None and not self.level
