"""Files as prose: headings with their levels, paragraphs without their numbers, notes in their places."""

from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from supportroom.kernel.errors import DomainError
from supportroom.reading.prose import Prose, read_prose
from supportroom.rendering import tree
from supportroom.rendering.docx import to_docx
from tests.reading.samples import sheet_file, word_file


def parts(found: Prose) -> list[tuple[str, int, str]]:
    return [(part.kind, part.level, part.text) for part in found.parts]


def markdown(text: str) -> Prose:
    return read_prose("paper.md", text.encode())


def test_markdown_keeps_headings_with_their_levels() -> None:
    found = markdown("# Paper\n\n## One\n\nFirst line\nof a paragraph.\n\n### Deeper\n\nNext.\n\n## Two\n\nLast.")
    assert found.title == "Paper"
    assert parts(found) == [
        ("heading", 1, "One"),
        ("paragraph", 1, "First line of a paragraph."),
        ("heading", 2, "Deeper"),
        ("paragraph", 1, "Next."),
        ("heading", 1, "Two"),
        ("paragraph", 1, "Last."),
    ]


def test_headings_of_one_level_are_no_title() -> None:
    found = markdown("# One\n\nWords.\n\n# Two\n\nWords.")
    assert found.title == ""
    assert [part[:2] for part in parts(found)] == [("heading", 1), ("paragraph", 1)] * 2


def test_numbers_that_count_paragraphs_go_and_other_marks_stay() -> None:
    found = markdown("1. First.\n\n2. Second.\n\n30 - 40 people came.\n\nA. Writer said so.")
    assert [part[2] for part in parts(found)] == [
        "First.",
        "Second.",
        "30 - 40 people came.",
        "A. Writer said so.",
    ]


def test_a_word_that_could_be_a_mark_alone_on_its_line_is_not_lost() -> None:
    assert [part[2] for part in parts(markdown("First.\n\n(2)\n\nWords."))] == ["First.", "(2)", "Words."]


def test_bullets_stay_with_the_paragraph_above_them() -> None:
    found = markdown("Three things:\n\n- one\n- two\n\nAfter that.")
    assert [part[2] for part in parts(found)] == ["Three things:\n• one\n• two", "After that."]
    assert [part[2] for part in parts(markdown("- alone"))] == ["• alone"]


def test_citations_and_notes_stay_where_they_belong() -> None:
    found = markdown("It costs a year [@orr2020, p. 12].^[Or more.] See[^a].\n\n[^a]: the law of [2004],\nart. 3\n")
    assert [part[2] for part in parts(found)] == [
        "It costs a year [@orr2020, p. 12].^[Or more.] See^[the law of (2004), art. 3]."
    ]


def test_arabic_markdown_reads_the_same() -> None:
    found = markdown("# ورقة\n\n## أين نقف\n\n١. تنتظر الجمعية سنة.\n\n٢. لا يُعرف السبب.")
    assert found.title == "ورقة"
    assert parts(found) == [
        ("heading", 1, "أين نقف"),
        ("paragraph", 1, "تنتظر الجمعية سنة."),
        ("paragraph", 1, "لا يُعرف السبب."),
    ]


def test_word_headings_keep_their_levels_and_the_title_is_apart() -> None:
    def fill(document: Document) -> None:
        document.add_heading("The paper", 0)
        document.add_heading("1. One", 1)
        document.add_paragraph("Words.")
        document.add_heading("Deeper", 3)
        document.add_paragraph("First", style="List Number")
        document.add_paragraph("Second", style="List Number")

    found = read_prose("paper.docx", word_file(fill))
    assert found.title == "The paper"
    assert parts(found) == [
        ("heading", 1, "One"),
        ("paragraph", 1, "Words."),
        ("heading", 3, "Deeper"),
        ("paragraph", 1, "First"),
        ("paragraph", 1, "Second"),
    ]


def tracked(document: Document) -> None:
    paragraph: Any = document.add_paragraph("We ask for ")
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    gone = "<w:r><w:delText xml:space='preserve'>{}</w:delText></w:r>"
    who = 'w:id="1" w:author="Somebody Named" w:date="2021-01-01T00:00:00Z"'
    paragraph._p.append(parse_xml(f"<w:del {nsdecls('w')} {who}>{gone.format('three months')}</w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {nsdecls('w')} {who}>{run.format('thirty days')}</w:ins>"))


def test_tracked_changes_are_told_and_read_as_asked() -> None:
    content = word_file(tracked)
    taken, refused = read_prose("a.docx", content), read_prose("a.docx", content, takes_changes=False)
    assert (taken.is_tracked, refused.is_tracked) == (True, True)
    assert [part.text for part in taken.parts] == ["We ask for thirty days"]
    assert [part.text for part in refused.parts] == ["We ask for three months"]
    assert "Somebody" not in str(taken)


def test_our_own_file_comes_back_as_it_went_out() -> None:
    note = tree.Footnote(mark="[^1]", number="1", text="See the law [of 2004].")
    blocks = (
        tree.Heading(text="Where we stand", level=1),
        tree.Paragraph(text="It takes a year.[^1] Or more.", number="1", footnotes=(note,)),
        tree.Heading(text="In law", level=2),
        tree.Paragraph(text="Nobody says why.", number="2"),
    )
    document = tree.Document(
        title="A paper", language="en", direction="ltr", blocks=blocks, publisher="The room", notices=("Draft",),
        contents=True,
    )  # fmt: skip
    found = read_prose("paper.docx", to_docx(document))
    assert found.title == "A paper"
    assert parts(found) == [
        ("heading", 1, "Where we stand"),
        ("paragraph", 1, "It takes a year.^[See the law (of 2004).] Or more."),
        ("heading", 2, "In law"),
        ("paragraph", 1, "Nobody says why."),
    ]


def test_our_own_arabic_file_comes_back_as_it_went_out() -> None:
    note = tree.Footnote(mark="[^1]", number="1", text="انظر القانون، المادة 3.")
    blocks = (
        tree.Heading(text="أين نقف", level=1),
        tree.Paragraph(text="تنتظر الجمعية سنة [^1].", number="1", footnotes=(note,)),
    )
    document = tree.Document(title="ورقة", language="ar", direction="rtl", blocks=blocks, contents=True)
    found = read_prose("paper.docx", to_docx(document))
    assert (found.title, parts(found)) == (
        "ورقة",
        [("heading", 1, "أين نقف"), ("paragraph", 1, "تنتظر الجمعية سنة^[انظر القانون، المادة 3.].")],
    )


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("table.xlsx", sheet_file([["a", "b"]]), "reading.prose_kind"),
        ("empty.md", b"", "reading.empty"),
        ("rules.md", b"---\n\n---\n", "reading.nothing"),
        ("old.doc", b"x", "reading.legacy"),
        ("with-macros.docm", b"PK\x03\x04", "reading.macros"),
        ("lies.docx", b"plain text", "reading.lies"),
    ],
)
def test_what_is_no_prose_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_prose(name, content)
    assert refused.value.code == code
