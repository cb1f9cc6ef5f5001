"""One source in the words of a style: as a note, or as an entry of a bibliography. By citeproc, which is asked once for
the same source, style and place; it is slow, keeps what it is at in the style, and weighs megabytes.
"""

import io
import json
import threading
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from supportroom.library.csl import csl_of
from supportroom.library.models import Source
from supportroom.library.places import read_place
from supportroom.library.script import in_arabic_signs
from supportroom.library.vocabulary import NOTES, STYLES

FOLDER: Final = Path(__file__).parent / "styles"
ARABIC, ENGLISH = "ar", "en-GB"
_INITIALS: Final = ' initialize-with="."'  # Arabic names are not shortened to letters
_ID: Final = "it"
_one_at_a_time = threading.Lock()


def entry_of(source: Source, style: str, locale: str) -> str:
    """Give a source as an entry of a bibliography, in the words and signs of a locale."""
    return _entry(_item(source), style, locale)


def note_of(source: Source, style: str, locale: str, *, place: str = "", again: bool = False) -> str:
    """Give a source as a note that names a place in it ("p. 12"); `again` where it was cited before."""
    return _note(_item(source), style, locale, read_place(place), again)


def _item(source: Source) -> str:
    """Give a source for citing, as words: an institution that published its own report is named once."""
    item: Mapping[str, Any] = csl_of(source) | {"id": _ID}
    left_out = {"abstract", *(["publisher"] if {"literal": source.publisher} in source.authors else [])}
    return json.dumps({name: value for name, value in item.items() if name not in left_out})


@lru_cache(maxsize=2048)
def _entry(item: str, style: str, locale: str) -> str:
    with _one_at_a_time:
        return _finished("".join(map(str, _book(item, style, locale).bibliography())), locale)


@lru_cache(maxsize=2048)
def _note(item: str, style: str, locale: str, place: tuple[str, str] | None, again: bool) -> str:  # noqa: FBT001
    from citeproc import Citation, CitationItem, Locator  # noqa: PLC0415

    with _one_at_a_time:
        book = _book(item, style, locale)
        words = ""
        for _time in range(2 if again else 1):
            cited = CitationItem(_ID, **({"locator": Locator(*place)} if place else {}))
            citation = Citation([cited])
            citation.bibliography = cited.bibliography = book
            words = str(book.cite(citation, lambda _item: None))
        return _finished(words, locale)


def _book(item: str, style: str, locale: str) -> Any:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter  # noqa: PLC0415
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415

    book = CitationStylesBibliography(_style(style, locale), CiteProcJSON([json.loads(item)]), formatter.plain)
    book.register(Citation([CitationItem(_ID)]))
    return book


@lru_cache(maxsize=8)
def _style(style: str, locale: str) -> Any:
    from citeproc import CitationStylesStyle  # noqa: PLC0415

    name = style if style in STYLES else NOTES
    words = (FOLDER / f"{name}.csl").read_text("utf-8")
    words = words.replace(_INITIALS, "") if locale == ARABIC else words
    return CitationStylesStyle(io.BytesIO(words.encode()), validate=False, locale=locale)


def _finished(words: str, locale: str) -> str:
    plain = " ".join(words.split()).replace("..", ".")
    return in_arabic_signs(plain) if locale == ARABIC else plain
