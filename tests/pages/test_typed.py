"""From what somebody typed to paragraphs."""

import pytest

from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import CURRENT
from supportroom.pages.typed import paragraphs_of, pieces_of


def test_empty_lines_divide_and_marks_tell_headings_from_items() -> None:
    typed = "# Who we are\nWe met\nin June.\n\nA second paragraph.\n- one\n- two\n  goes on\n\n"
    assert pieces_of(typed) == [
        ("heading", "Who we are"),
        ("paragraph", "We met in June."),
        ("paragraph", "A second paragraph."),
        ("item", "one"),
        ("item", "two goes on"),
    ]
    assert pieces_of("\n\n  \n") == []


def test_languages_are_paired_paragraph_by_paragraph_or_refused() -> None:
    rows = paragraphs_of("ar", {"ar": "# عنوان\nكلام", "en": "# Title\nWords"})
    assert [(str(text), text.texts["en"], text.state("en"), kind) for text, kind, _level in rows] == [
        ("عنوان", "Title", CURRENT, "heading"),
        ("كلام", "Words", CURRENT, "paragraph"),
    ]
    assert len(paragraphs_of("ar", {"ar": "واحد\n\nاثنان", "en": ""})) == 2
    with pytest.raises(DomainError, match=r"pages\.unpaired"):
        paragraphs_of("ar", {"ar": "واحد\n\nاثنان", "en": "One"})
