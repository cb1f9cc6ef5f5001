"""One style sheet out of many files: a first visit needs the page and `web/app.css`, nothing else.

What only some pages need stands in a further sheet, which they name beside it (block `styles` of `web/base.html`).
The files under `static/web/css/` stay as they are; this finder joins them in a declared order and drops comments and
idle whitespace, both for the server at work and for `collectstatic`. There is no build step to forget.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage, Storage

Messages = list[CheckMessage]

NAME: Final = "web/app.css"
SOURCES: Final = Path(__file__).parent / "static" / "web" / "css"
ORDER: Final = (
    "tokens",
    "base",
    "type",
    "layout",
    "page",
    "phase",
    "button",
    "field",
    "state",
    "tally",
    "text",
    "table",
    "notice",
    "board",
    "session",
    "talk",
    "document",
    "paper",
    "terms",
    "print",
)
FURTHER: Final = {
    "web/register.css": ("way",),
    "web/charts.css": ("chart",),
    "web/history.css": ("way", "chart"),
    "web/front.css": ("front",),
    "web/press.css": ("press",),
    "web/glossary.css": ("glossary",),
    "web/intake.css": ("intake",),
    "web/briefings.css": ("reading",),
    "web/guide.css": ("guide",),
    "web/entering.css": ("entering",),
}
SHEETS: Final = {NAME: ORDER, **FURTHER}
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE: Final = re.compile(r"\s+")
AROUND_SIGNS: Final = re.compile(r"\s*([{};,])\s*")


def sources(sheet: str = NAME) -> tuple[Path, ...]:
    """Return the files of a sheet in the order in which they are joined."""
    return tuple(SOURCES / f"{name}.css" for name in SHEETS[sheet])


def squeezed(css: str) -> str:
    """Return a style sheet without comments and without whitespace that means nothing."""
    plain = SPACE.sub(" ", COMMENT.sub("", css))
    return AROUND_SIGNS.sub(r"\1", plain).replace(";}", "}").strip()


def joined(sheet: str = NAME) -> str:
    """Return a whole style sheet; raises ``FileNotFoundError`` when a file of the declared order is missing."""
    return squeezed("\n".join(path.read_text("utf-8") for path in sources(sheet)))


class StylesheetFinder(BaseFinder):
    """A finder for `STATICFILES_FINDERS` that knows the joined style sheets."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        """Keep the joined files in a private folder that goes away with the process."""
        self.folder = TemporaryDirectory(prefix="stylesheet-")
        self.storage = FileSystemStorage(location=self.folder.name)

    def check(self, **_kwargs: Any) -> Messages:
        """Return nothing: there is nothing to set up."""
        return []

    def _fresh(self, sheet: str) -> Path:
        target = Path(self.folder.name) / sheet
        newest = max(path.stat().st_mtime for path in sources(sheet))
        if not target.exists() or target.stat().st_mtime < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(joined(sheet), "utf-8")
        return target

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 - Django's own
        """Return where a joined file lies when it is asked for, else nothing; an old caller may say `all`."""
        everything = find_all or bool(kwargs.get("all"))
        if path not in SHEETS:
            return []
        return [str(self._fresh(path))] if everything else str(self._fresh(path))

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Yield the joined files for `collectstatic`."""
        for sheet in SHEETS:
            self._fresh(sheet)
            yield sheet, self.storage
