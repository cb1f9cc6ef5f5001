"""Where published things stand: their addresses, and the files behind them in the published folder. Pure."""

import re
from dataclasses import dataclass, field
from pathlib import Path

PAGE, COMMENTS = "index.html", "comments.html"
PACKINGS = (".br", ".gz")


@dataclass(frozen=True)
class Shelf:
    """Where one kind of publication stands: its beginning of an address, its folder, what stands behind each ending."""

    under: str
    folder: str
    files: dict[str, str] = field(hash=False)

    def address(self, language: str, slug: str, number: int, file: str = "") -> str:
        """Give the address of an edition's page, or of one of its files, in a language."""
        return f"/{language}/{self.under}/{slug}/{number}/{file}"

    def place(self, root: Path, slug: str, number: int) -> Path:
        """Give the folder of an edition."""
        return root / self.folder / slug / str(number)


REPORTS = Shelf("reports", "", {"": PAGE, "report.pdf": "report.pdf", "report.docx": "report.docx"})
PAPERS = Shelf(
    "papers/published",
    "papers",
    {
        "": PAGE,
        "comments/": COMMENTS,
        **{name: name for name in ("paper.pdf", "paper.docx", "paper.bib", "paper.ris", "paper.json", "card.png")},
    },
)
SHELVES = {shelf.under: shelf for shelf in (REPORTS, PAPERS)}
_EDITION = re.compile(
    r"/([a-z]{2,8})/(reports|papers/published)/([0-9a-z-]{6,40})/([1-9][0-9]{0,4})/(comments/|[a-z]{4,6}\.[a-z]{3,4})?"
)


def file_behind(address: str) -> str | None:
    """Give the path of the file that stands behind an address, below the published folder; None where none can."""
    match = _EDITION.fullmatch(address)
    if match is None:
        return None
    language, under, slug, number, ending = match.groups()
    shelf = SHELVES[under]
    file = shelf.files.get(ending or "")
    return str(shelf.place(Path(), slug, int(number)) / language / file) if file else None
