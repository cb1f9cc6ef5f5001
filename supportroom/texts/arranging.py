"""Where paragraphs stand in a text: written after a given one, placed, split, brought back; inside the owner's actions.

Removed paragraphs keep their place among the others, so that one that is brought back stands where it stood.
"""

from collections.abc import Sequence
from typing import Any

from supportroom.journal.models import UNNAMED
from supportroom.journal.writing import change, create, create_many, put_in_order, refuse_unless
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.texts.models import Paragraph, ParagraphVersion, Text
from supportroom.texts.vocabulary import HEADING
from supportroom.texts.writing import count_up, today

LOWEST_LEVEL = 4


def write_after(
    text: Text,
    rows: Sequence[tuple[MultilingualText, str, int]],
    *,
    after: Paragraph | None,
    split_from: Paragraph | None = None,
    by: str = UNNAMED,
) -> list[Paragraph]:
    """Write paragraphs (content, kind, level) after a given one, or at the beginning; DomainError `kernel.empty`."""
    refuse_unless(rows and all(str(content).strip() for content, _kind, _level in rows), "kernel.empty")
    new = create_many(
        Paragraph,
        [
            {"text": text, "content": content, "kind": kind, "level": level_of(kind, level), "split_from": split_from}
            for content, kind, level in rows
        ],
    )
    create_many(ParagraphVersion, [_wording(paragraph, by) for paragraph in new])
    row = [paragraph for paragraph in text.paragraphs.all() if paragraph not in new]
    place = _place_after(row, after)
    put_in_order([*row[:place], *new, *row[place:]])
    count_up(text)
    return new


def place_after(paragraph: Paragraph, after: Paragraph | None) -> Paragraph:
    """Let a paragraph stand after another, or first; after itself nothing happens. `texts.no_such_paragraph`."""
    refuse_unless(not paragraph.removed, "texts.no_such_paragraph")
    if after == paragraph:
        return paragraph
    row = [other for other in paragraph.text.paragraphs.all() if other != paragraph]
    place = _place_after(row, after)
    put_in_order([*row[:place], paragraph, *row[place:]])
    count_up(paragraph.text)
    return paragraph


def split_paragraph(
    paragraph: Paragraph, *, seen: int, parts: Sequence[MultilingualText], by: str = UNNAMED
) -> list[Paragraph]:
    """Divide a paragraph: it keeps the first part, the others follow it as new ones that say where they come from.

    Stale with both sides where somebody was faster; DomainError `texts.no_such_paragraph`, `texts.not_divided`,
    `kernel.empty`.
    """
    refuse_unless(not paragraph.removed, "texts.no_such_paragraph")
    refuse_unless(len(parts) > 1, "texts.not_divided")
    refuse_unless(all(str(part).strip() for part in parts), "kernel.empty")
    try:
        change(paragraph, seen=seen, content=parts[0])
    except Stale:
        paragraph.refresh_from_db()
        raise Stale(mine=list(parts), theirs=paragraph) from None
    create(ParagraphVersion, **_wording(paragraph, by))
    rows = [(part, paragraph.kind, paragraph.level) for part in parts[1:]]
    return write_after(paragraph.text, rows, after=paragraph, split_from=paragraph, by=by)


def shape_paragraph(paragraph: Paragraph, *, seen: int, kind: str, level: int = 1) -> Paragraph:
    """Make a heading of a paragraph, or the other way round; Stale, DomainError `texts.no_such_paragraph`."""
    refuse_unless(not paragraph.removed, "texts.no_such_paragraph")
    if (kind, level_of(kind, level)) != (paragraph.kind, paragraph.level):
        change(paragraph, seen=seen, kind=kind, level=level_of(kind, level))
        count_up(paragraph.text)
    return paragraph


def bring_back(paragraph: Paragraph) -> Paragraph:
    """Bring a removed paragraph back to where it stood; DomainError `texts.not_removed`."""
    refuse_unless(paragraph.removed, "texts.not_removed")
    change(paragraph, removed=False)
    count_up(paragraph.text)
    return paragraph


def level_of(kind: str, level: int) -> int:
    """Give the level that a heading can have; everything else has the first."""
    return max(1, min(level, LOWEST_LEVEL)) if kind == HEADING else 1


def counts(kind: str) -> bool:
    """Tell whether paragraphs of this kind bear a number."""
    return kind != HEADING


def _place_after(row: Sequence[Paragraph], after: Paragraph | None) -> int:
    if after is None:
        return 0
    refuse_unless(after in row and not after.removed, "texts.no_such_paragraph")
    return row.index(after) + 1


def _wording(paragraph: Paragraph, by: str) -> dict[str, Any]:
    return {
        "paragraph": paragraph,
        "number": paragraph.version,
        "content": paragraph.content,
        "by": by,
        "at": today() if by == UNNAMED else now(),
    }
