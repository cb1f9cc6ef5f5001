"""One style sheet out of many files: a first visit needs the page and `web/app.css`, nothing else.

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
    "press",
    "guide",
    "print",
)
COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACE: Final = re.compile(r"\s+")
AROUND_SIGNS: Final = re.compile(r"\s*([{};,])\s*")


def sources() -> tuple[Path, ...]:
    """Return the files in the order in which they are joined."""
    return tuple(SOURCES / f"{name}.css" for name in ORDER)


def squeezed(css: str) -> str:
    """Return a style sheet without comments and without whitespace that means nothing."""
    plain = SPACE.sub(" ", COMMENT.sub("", css))
    return AROUND_SIGNS.sub(r"\1", plain).replace(";}", "}").strip()


def joined() -> str:
    """Return the whole style sheet; raises ``FileNotFoundError`` when a file of the declared order is missing."""
    return squeezed("\n".join(path.read_text("utf-8") for path in sources()))


class StylesheetFinder(BaseFinder):
    """A finder for `STATICFILES_FINDERS` that knows one file: the joined style sheet."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        """Keep the joined file in a private folder that goes away with the process."""
        self.folder = TemporaryDirectory(prefix="stylesheet-")
        self.storage = FileSystemStorage(location=self.folder.name)

    def check(self, **_kwargs: Any) -> Messages:
        """Return nothing: there is nothing to set up."""
        return []

    def _fresh(self) -> Path:
        target = Path(self.folder.name) / NAME
        newest = max(path.stat().st_mtime for path in sources())
        if not target.exists() or target.stat().st_mtime < newest:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(joined(), "utf-8")
        return target

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002 - Django's own
        """Return where the joined file lies when it is asked for, else nothing; an old caller may say `all`."""
        everything = find_all or bool(kwargs.get("all"))
        if path != NAME:
            return []
        return [str(self._fresh())] if everything else str(self._fresh())

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        """Yield the joined file for `collectstatic`."""
        self._fresh()
        yield NAME, self.storage
