"""From what somebody typed or pasted to paragraphs: pure.

An empty line begins a new paragraph. A line that begins with `# ` is a heading, one that begins with `- ` an item.
"""

from collections.abc import Mapping

from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.texts.vocabulary import HEADING, ITEM, PARAGRAPH

MARKS = {"# ": HEADING, "- ": ITEM, "• ": ITEM, "* ": ITEM}
Piece = tuple[str, str]


def pieces_of(text: str) -> list[Piece]:
    """Give the pieces of one wording, each with its kind."""
    found: list[Piece] = []
    is_new = True
    for line in text.split("\n"):
        mark = line[:2]
        kind = MARKS.get(mark, PARAGRAPH)
        words = line[2:].strip() if mark in MARKS else line.strip()
        if not words:
            is_new = True
        elif is_new or mark in MARKS:
            found.append((kind, words))
            is_new = kind == HEADING
        else:
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
    return found


def paragraphs_of(original: str, typed: Mapping[str, str]) -> list[tuple[MultilingualText, str, int]]:
    """Pair what was typed in several languages, paragraph by paragraph, as `texts.arranging.write_after` takes them.

    DomainError `pages.unpaired` where the languages have different numbers of them.
    """
    pieces = {code: pieces_of(words) for code, words in typed.items() if words.strip()}
    if len({len(found) for found in pieces.values()}) > 1:
        raise DomainError("pages.unpaired")
    rows = []
    for place, (kind, _words) in enumerate(pieces.get(original, [])):
        texts = {code: found[place][1] for code, found in pieces.items()}
        rows.append((multilingual(original, **texts), kind, 2))
    return rows
