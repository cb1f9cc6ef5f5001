"""A text brought into a paper: as new paragraphs, or as new words of those that stand there; nothing silently."""

from typing import Any

import pytest

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.papers.actions import import_text, reword_paragraph
from supportroom.papers.composing import paper_document, paper_markdown
from supportroom.papers.importing import (
    Line,
    Row,
    aligned,
    lines_from,
    lines_of,
    packed,
    rows_of,
    unpacked,
    with_citations,
)
from supportroom.papers.models import Paper
from supportroom.papers.versions import Shown, draft_view
from supportroom.people.models import Person
from supportroom.reading.prose import read_prose
from supportroom.rendering.docx import to_docx
from supportroom.texts.vocabulary import HEADING, PARAGRAPH
from tests.factories.papers import a_paper, begun, freshly, in_state, numbered_in, paragraphs_in, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def brought(paper: Paper, rows: list[Row], language: str = "en") -> Paper:
    import_text(actor=SYSTEM, paper=paper, language=language, rows=rows)
    return freshly(paper)


def standing(paper: Paper, language: str = "en") -> list[str]:
    return [each.content.texts.get(language, "") for each in paragraphs_in(paper)]


def lines(text: str) -> list[Line]:
    return lines_of(read_prose("text.md", text.encode()))


def align(paper: Paper, text: str, language: str = "en") -> list[Line]:
    versions = {each.pk: each.version for each in paragraphs_in(paper)}
    return aligned(lines(text), draft_view(freshly(paper)).shown, versions, language)


def test_a_text_becomes_headings_and_paragraphs_at_the_end(group: WorkingGroup) -> None:
    paper = begun(group)
    written(paper, "Already here.")
    rows = rows_of(lines("## One\n\nFirst.\n\n### Deeper\n\nSecond."))
    paper = brought(paper, rows)
    assert standing(paper) == ["Already here.", "One", "First.", "Deeper", "Second."]
    assert [(each.kind, each.level) for each in paragraphs_in(paper)][1:4] == [
        (HEADING, 2),
        (PARAGRAPH, 1),
        (HEADING, 3),
    ]
    assert paragraphs_in(paper)[1].content.original == "en"
    assert all(each.versions.count() == 1 for each in paragraphs_in(paper))


def test_a_translation_is_aligned_by_its_order(group: WorkingGroup) -> None:
    paper = begun(group)
    written(paper, "Where we stand", kind=HEADING)
    for text in ("One.", "Two."):
        written(paper, text)
    found = align(paper, "## أين نقف\n\nواحد.\n\nاثنان.", "ar")
    assert [line.number for line in found] == [None, 1, 2]
    paper = brought(paper, rows_of(found), "ar")
    assert standing(paper, "ar") == ["أين نقف", "واحد.", "اثنان."]
    assert {each.content.state("ar") for each in paragraphs_in(paper)} == {"current"}
    assert standing(paper) == ["Where we stand", "One.", "Two."]


def test_who_translates_brings_translations_in_at_any_time_and_nothing_else(
    paper: Paper, interpreter: Person, member: Person
) -> None:
    found = align(paper, "\n\n".join(f"كلام جديد عن {n}" for n in range(5)), "ar")
    rows = [Row(PARAGRAPH, 1, f"كلام {n}", each.pk, each.version) for n, each in enumerate(numbered_in(paper))]
    given: dict[str, Any] = {"actor": actor_of(interpreter), "paper": paper}
    assert len(found) == 5
    import_text(**given, language="ar", rows=rows)
    assert [each.content.texts["ar"] for each in numbered_in(paper)] == [f"كلام {n}" for n in range(5)]
    english = [Row(PARAGRAPH, 1, "Mine.", each.pk, each.version) for each in numbered_in(paper)]
    for wrong in (english, [Row(PARAGRAPH, 1, "New.")]):
        with pytest.raises(DomainError, match=r"papers\.only_translations"):
            import_text(**given, language="en", rows=wrong)


@pytest.mark.writes_outside_actions
def test_words_that_were_adopted_are_not_written_over_by_a_file(paper: Paper, member: Person) -> None:
    in_state(paper, "adopted")
    given: dict[str, Any] = {"actor": actor_of(member), "paper": paper}
    with pytest.raises(DomainError, match=r"papers\.adopted_words"):
        import_text(**given, language="en", rows=[Row(PARAGRAPH, 1, "New.")])
    first = numbered_in(paper)[0]
    import_text(**given, language="ar", rows=[Row(PARAGRAPH, 1, "ترجمة", first.pk, first.version)])
    assert numbered_in(paper)[0].content.texts["ar"] == "ترجمة"


def test_words_that_stand_there_are_found_changed_ones_shown_and_new_ones_put_in_their_place(paper: Paper) -> None:
    text = [str(each.content) for each in numbered_in(paper)]
    changed = text[1].replace("14 days", "two weeks")
    found = align(
        paper, "\n\n".join(["## Where we stand", text[0], changed, "Something quite new stands here.", text[2]])
    )
    assert [(line.number, line.is_same) for line in found[1:]] == [(1, True), (2, False), (None, False), (3, True)]
    assert [piece.kind for piece in found[2].pieces if piece.kind != "same"] == ["removed", "added"]
    brought(paper, rows_of(found))
    assert standing(paper)[1:5] == [text[0], changed, "Something quite new stands here.", text[2]]
    assert len(standing(paper)) == 7
    assert [str(version.content) for version in numbered_in(paper)[1].versions.all()] == [text[1], changed]
    assert numbered_in(paper)[0].versions.count() == 1


def test_a_draft_that_moved_on_meanwhile_is_not_written_over(paper: Paper) -> None:
    found = rows_of(align(paper, "Paragraph 1: an association that asks for halls waits for eight days."))
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "seen": chosen.version}
    reword_paragraph(actor=SYSTEM, wordings={"en": "Somebody else wrote this."}, **given)
    before = standing(paper)
    with pytest.raises(DomainError, match=r"papers\.moved_on"):
        brought(paper, [Row(PARAGRAPH, 1, "New and first."), *found])
    assert standing(paper) == before
    with pytest.raises(DomainError, match=r"papers\.moved_on"):
        brought(paper, [Row(PARAGRAPH, 1, "Nobody's.", target=12, seen=1)])


@pytest.mark.parametrize(
    ("rows", "language", "code"),
    [
        ([], "en", r"papers\.nothing_kept"),
        ([Row(PARAGRAPH, 1, "x")], "fr", r"kernel\.unknown_language"),
        ([Row(PARAGRAPH, 1, "x")] * 601, "en", r"papers\.too_many"),
        ([Row(PARAGRAPH, 1, "x" * 20_001)], "en", r"papers\.paragraph_too_long"),
    ],
)
def test_what_cannot_be_brought_in_is_refused_whole(paper: Paper, rows: list[Row], language: str, code: str) -> None:
    before = standing(paper)
    with pytest.raises(DomainError, match=code):
        brought(paper, rows, language)
    assert standing(paper) == before


def test_the_papers_own_word_file_comes_back_with_headings_and_citations(group: WorkingGroup) -> None:
    from supportroom.library.models import Source
    from supportroom.papers.footnotes import written_by_words
    from supportroom.reading.document import as_note

    paper = begun(group)
    written(paper, "Where we stand", kind=HEADING)
    written(paper, "In law", kind=HEADING, level=2)
    written(paper, "It takes a year [@orr2020, p. 12].")
    written(paper, "Or more.^[In two provinces.]")
    source = Source(key="orr2020", title="Licences", kind="book", issued=[2020], language="en")
    view = draft_view(freshly(paper))
    from supportroom.papers.composing import paper_blocks
    from supportroom.rendering.tree import Document

    blocks, _footnotes = paper_blocks(view, "en", sources=[source])
    content = to_docx(Document(title="T", language="en", direction="ltr", blocks=blocks, contents=True))
    known = written_by_words([each.content.texts["en"] for each in view.shown], [source], "", "en")
    found = with_citations(lines_of(read_prose("t.docx", content)), {as_note(key): put for key, put in known.items()})
    assert [(line.kind, line.level, line.text) for line in found] == [
        (HEADING, 1, "Where we stand"),
        (HEADING, 2, "In law"),
        (PARAGRAPH, 1, "It takes a year [@orr2020, p. 12]."),
        (PARAGRAPH, 1, "Or more.^[In two provinces.]"),
    ]
    versions = {each.pk: each.version for each in paragraphs_in(paper)}
    assert all(line.is_same for line in aligned(found, view.shown, versions, "en"))


def test_its_markdown_comes_back_too(group: WorkingGroup) -> None:
    paper = a_paper(group, 3)
    found = align(paper, paper_markdown(draft_view(paper), "en"))
    assert [line.is_same for line in found] == [True] * 4
    document = paper_document(draft_view(paper), "ar")
    assert document.direction == "rtl"


def test_a_preview_carries_everything_and_nothing_else() -> None:
    typed = {
        "lines": "3",
        "shape-0": "heading2",
        "text-0": "A heading",
        "shape-1": "paragraph",
        "text-1": "Words.",
        "target-1": "77",
        "seen-1": "4",
        "shape-2": "",
        "text-2": "Left out.",
        "text-3": "Never sent.",
    }
    assert rows_of(lines_from(typed)) == [Row(HEADING, 2, "A heading"), Row(PARAGRAPH, 1, "Words.", 77, 4)]
    assert lines_from({"lines": "many"}) == []
    assert [line.kind for line in lines_from({"lines": "1", "shape-0": "heading9", "text-0": "x"})] == [PARAGRAPH]


def test_the_other_reading_is_carried_along() -> None:
    found = lines("## One\n\nFirst.")
    assert unpacked(packed(found)) == found
    assert unpacked("no list at all") == unpacked('{"a": 1}') == unpacked("[[1]]") == []


def test_lines_without_counterpart_are_new_and_order_is_kept() -> None:
    shown = [Shown(number, number, PARAGRAPH, 1, words(text)) for number, text in enumerate(("a b c d", "e f g h"), 1)]
    found = aligned(lines("e f g x\n\na b c d"), shown, {1: 1, 2: 1}, "en")
    assert sum(line.target is not None for line in found) == 1
