"""A paper as a document: headings, numbers, footnotes in each language, and what is not ready."""

import io
import zipfile
from typing import Any

import pytest
from django.utils.translation import override

from supportroom.kernel.multilingual import multilingual
from supportroom.library.models import Source
from supportroom.papers.citations import citations_of
from supportroom.papers.composing import gaps_in, keys_not_known, paper_blocks, paper_document, paper_markdown
from supportroom.papers.footnotes import noted, without_notes
from supportroom.papers.models import Paper
from supportroom.papers.versions import VersionView, draft_view
from supportroom.rendering.docx import to_docx
from supportroom.rendering.pdf import to_pdf
from supportroom.rendering.tree import Heading, Paragraph
from supportroom.texts.vocabulary import HEADING
from tests.factories.papers import begun, freshly, written


def source(key: str = "orr2020", **fields: Any) -> Source:
    told = {"title": "Licences and their price", "language": "en", "authors": [{"family": "Orr", "given": "Jane"}]}
    return Source(key=key, kind="book", issued=[2020], **{**told, **fields})


def view(paper: Paper) -> VersionView:
    return draft_view(freshly(paper))


def told_in_english(state: VersionView) -> list[str]:
    """What is not ready in Arabic, said on an English page."""
    with override("en"):
        return [str(gap) for gap in gaps_in(state, "ar")]


@pytest.fixture
def cited(group: Any) -> Paper:
    paper = begun(group)
    written(paper, "Where we stand", "أين نقف", kind=HEADING, level=2)
    written(paper, "It costs a year [@orr2020, p. 12].^[Or more.]", "يستغرق سنة [@orr2020, ص 12].")
    written(paper, "Nobody knows why [@nobody1999].")
    return paper


def test_blocks_carry_headings_numbers_and_footnotes(cited: Paper) -> None:
    blocks, footnotes = paper_blocks(view(cited), "en", sources=[source()])
    heading, first, second = blocks
    assert isinstance(heading, Heading)
    assert (heading.text, heading.level) == ("Where we stand", 2)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.number, second.number) == ("1", "2")
    assert [note.number for note in footnotes] == ["1", "2"]
    assert "Orr" in footnotes[0].text
    assert "12" in footnotes[0].text
    assert footnotes[1].text == "Or more."
    assert first.footnotes == footnotes


def test_what_the_library_does_not_know_stays_as_typed_and_is_named(cited: Paper) -> None:
    blocks, _footnotes = paper_blocks(view(cited), "en", sources=[source()])
    assert isinstance(blocks[2], Paragraph)
    assert blocks[2].text == "Nobody knows why [@nobody1999]."
    assert keys_not_known(view(cited), [source()]) == ["nobody1999"]


def test_a_paragraph_that_is_not_translated_stands_in_its_own_language_and_says_so(cited: Paper) -> None:
    blocks, footnotes = paper_blocks(view(cited), "ar", sources=[source()])
    heading, first, second = blocks
    assert isinstance(second, Paragraph)
    assert (heading.language, heading.direction) == ("", None)  # type: ignore[union-attr]
    assert (second.language, second.direction) == ("en", "ltr")
    assert len(footnotes) == 1
    assert told_in_english(view(cited)) == ["2: not translated"]
    assert isinstance(first, Paragraph)


def test_numbers_of_footnotes_count_through_all_paragraphs() -> None:
    texts = ["One ^[a] and ^[b].", "Nothing.", "Two [@orr2020] and [@gone]."]
    found = noted(texts, [source()], "", "en")
    assert [[note.number for note in each.footnotes] for each in found] == [["1", "2"], [], ["3"]]
    assert found[2].text == "Two [^3] and [@gone]."


def test_a_footnote_may_hold_brackets_and_an_empty_one_is_none() -> None:
    (found,) = noted(["See ^[the law [of 2004], art. 3] and ^[]."], [], "", "en")
    assert [note.text for note in found.footnotes] == ["the law [of 2004], art. 3"]
    assert found.text.endswith("and ^[].")


def test_lines_are_laid_out_with_their_footnotes_in_place() -> None:
    (found,) = noted(["One ^[a] more.\n\nTwo."], [], "", "en")
    (first, second) = found.lines
    assert [part if isinstance(part, str) else part.number for part in first] == ["One", "1", " more."]
    assert second == ["Two."]


def test_a_heading_carries_no_notes() -> None:
    assert without_notes("In law [@orr2020]^[why]") == "In law"


def test_markdown_keeps_headings_and_notes_as_they_were_typed(cited: Paper) -> None:
    written(cited, "# no heading\nsecond line")
    text = paper_markdown(view(cited), "en")
    assert text.splitlines()[:3] == ["# Room to associate", "", "### Where we stand"]
    assert "[@orr2020, p. 12].^[Or more.]" in text
    assert "\\# no heading  \nsecond line" in text


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_files_hold_headings_numbers_and_footnotes(cited: Paper, language: str) -> None:
    document = paper_document(view(cited), language, notice="A draft.")
    with zipfile.ZipFile(io.BytesIO(to_docx(document))) as package:
        body = package.read("word/document.xml").decode()
        notes = package.read("word/footnotes.xml").decode() if "word/footnotes.xml" in package.namelist() else ""
    assert 'w:val="Heading1"' in body
    assert 'w:val="NumberedParagraph"' in body
    assert language == "ar" or "Or more." in notes
    assert to_pdf(document).startswith(b"%PDF")


def test_the_library_is_told_how_often_a_source_is_cited(cited: Paper) -> None:
    written(cited, "Again [@ORR2020; @other].")
    known = source(group=cited.group)
    assert citations_of(known) == 2
    assert citations_of(source("other", group=cited.group)) == 1


def test_a_title_in_one_language_is_a_gap_in_the_other(group: Any) -> None:
    from supportroom.kernel.actors import SYSTEM
    from supportroom.papers.actions import begin_paper

    paper = begin_paper(actor=SYSTEM, group=group, title=multilingual("en", en="Only here"))
    assert told_in_english(view(paper)) == ["title: not translated"]
