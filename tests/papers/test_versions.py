"""Versions kept, read, compared; and what became of a paragraph since one of them."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.papers import actions
from supportroom.papers.comparing import Change, changes_between
from supportroom.papers.models import Paper, PaperVersion
from supportroom.papers.queries import readable, version_for_members, versions_visible_to
from supportroom.papers.versions import draft_view, have_same_original, keep_version_now, shown_in, view_of
from supportroom.papers.whereabouts import Places, where_is
from supportroom.people.models import Person
from supportroom.texts.vocabulary import HEADING
from tests.factories.papers import divided, freshly, numbered_in, written
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.trial import registers_kept


def kept(paper: Paper, name: str = "First") -> PaperVersion:
    return actions.keep_version(actor=SYSTEM, paper=paper, name=name)


def reworded(paper: Paper, place: int, **wordings: str) -> None:
    chosen = numbered_in(paper)[place]
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "seen": chosen.version}
    actions.reword_paragraph(actor=SYSTEM, wordings=wordings, **given)


def changes(version: PaperVersion, paper: Paper, language: str = "en") -> list[Change]:
    return list(changes_between(view_of(version), draft_view(freshly(paper)), language).changes)


def told(version: PaperVersion, paper: Paper, language: str = "en") -> list[tuple[str, int | None, int | None]]:
    return [(each.fate, each.was, each.now) for each in changes(version, paper, language) if not each.is_plain]


def test_a_version_stands_still_while_the_draft_goes_on(paper: Paper) -> None:
    version = kept(paper)
    before = [str(each.content) for each in shown_in(version)]
    reworded(paper, 0, en="Quite different.")
    written(paper, "And more.")
    version.refresh_from_db()
    assert [str(each.content) for each in shown_in(version)] == before
    assert [each.number for each in shown_in(version)] == [None, 1, 2, 3, 4, 5]
    assert view_of(version).title.texts["ar"] == "مساحة للعمل معاً"


def test_versions_are_numbered_and_named(paper: Paper) -> None:
    assert [kept(paper, name).number for name in ("First", "Second")] == [1, 2]
    assert [str(version) for version in PaperVersion.objects.filter(paper=paper)] == ["Second", "First"]
    with pytest.raises(DomainError, match=r"kernel\.empty"):
        kept(paper, " \u200b ")


def test_what_a_step_keeps_is_for_members_and_what_the_group_keeps_is_not(
    paper: Paper, member: Person, stranger: Person
) -> None:
    kept(paper, "Between us")
    other = actor_of(stranger)
    assert not versions_visible_to(other, paper).exists()
    assert version_for_members(paper) is None
    number = keep_by_a_step(paper)
    assert [version.number for version in versions_visible_to(other, paper)] == [number]
    reworded(paper, 0, en="After that.")
    paper = freshly(paper)
    assert str(readable(other, paper).shown[1].content).startswith("Paragraph 1")
    assert str(readable(actor_of(member), paper).shown[1].content) == "After that."


def keep_by_a_step(paper: Paper) -> int:
    """Keep a version as the floors above do, inside an action of theirs."""
    from supportroom.journal.door import action, record

    with registers_kept():

        @action("papers.keep_version", on="paper")
        def step(*, actor: Any, paper: Paper) -> PaperVersion:
            version = keep_version_now(paper, occasion="comments")
            record(paper, actor=actor)
            return version

        version = step(actor=SYSTEM, paper=paper)
    assert str(version) != ""
    return version.number


def test_nothing_changed_is_nothing_said(paper: Paper) -> None:
    assert told(kept(paper), paper) == []


def test_changes_are_told_by_paragraph_with_both_numbers(paper: Paper) -> None:
    version = kept(paper)
    reworded(paper, 4, en="The last one is shorter.")
    written(paper, "At the beginning.", is_first=True)
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=numbered_in(paper)[2])
    assert told(version, paper) == [("added", None, 1), ("removed", 2, None), ("changed", 5, 5)]


def test_words_are_compared_one_by_one_in_either_language(paper: Paper) -> None:
    version = kept(paper)
    reworded(
        paper,
        0,
        en="Paragraph 1: an association that asks for halls waits for 7 weeks.",
        ar="الفقرة 1: جمعيات تطلب 7 أيام من الانتظار.",
    )
    english = next(each for each in changes(version, paper) if each.fate == "changed")
    assert [(piece.kind, piece.text.strip()) for piece in english.pieces if piece.kind != "same"] == [
        ("removed", "days"),
        ("added", "weeks"),
    ]
    arabic = next(each for each in changes(version, paper, "ar") if each.fate == "changed")
    assert [(piece.kind, piece.text.strip()) for piece in arabic.pieces if piece.kind != "same"] == [
        ("removed", "جمعية"),
        ("added", "جمعيات"),
        ("removed", "يوماً"),
        ("added", "أيام"),
    ]


def test_a_translation_that_alone_changed_is_told_in_its_own_language(paper: Paper) -> None:
    version = kept(paper)
    reworded(paper, 1, ar="كلام آخر")
    assert told(version, paper) == []
    assert told(version, paper, "ar") == [("changed", 2, 2)]
    assert have_same_original(view_of(version), draft_view(freshly(paper)))


def test_one_moved_paragraph_is_one_that_moved_and_not_all_the_others(paper: Paper) -> None:
    version = kept(paper)
    first, *_middle, last = numbered_in(paper)
    actions.move_paragraph(actor=SYSTEM, paper=paper, paragraph=first, after=last)
    moved = [(each.was, each.now) for each in changes(version, paper) if each.is_moved]
    assert moved == [(1, 5)]
    assert not have_same_original(view_of(version), draft_view(freshly(paper)))


def test_the_part_of_a_divided_paragraph_says_where_it_comes_from(paper: Paper) -> None:
    version = kept(paper)
    divided(paper, numbered_in(paper)[1], "First half.", "Second half.")
    added = next(each for each in changes(version, paper) if each.fate == "added")
    assert (added.now, added.came_from) == (3, 2)


def test_what_was_made_a_heading_is_told(paper: Paper) -> None:
    version = kept(paper)
    chosen = numbered_in(paper)[0]
    actions.shape_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen, seen=1, kind=HEADING, level=2)
    assert [each.is_reshaped for each in changes(version, paper) if not each.is_plain] == [True]


def test_a_new_title_is_told(paper: Paper) -> None:
    version = kept(paper)
    actions.name_paper(actor=SYSTEM, paper=paper, seen=paper.version, title=words("Room to work", "مساحة للعمل معاً"))
    later = draft_view(freshly(paper))
    assert changes_between(view_of(version), later, "en").title_changed
    assert not changes_between(view_of(version), later, "ar").title_changed


def test_comparing_asks_the_database_nothing(paper: Paper) -> None:
    earlier = view_of(kept(paper))
    reworded(paper, 0, en="Different.")
    later = draft_view(freshly(paper))
    with CaptureQueriesContext(connection) as asked:
        changes_between(earlier, later, "en")
    assert len(asked) == 0


def test_a_paragraph_is_found_under_its_present_number(paper: Paper) -> None:
    version = kept(paper)
    chosen = numbered_in(paper)[2]
    written(paper, "Before all others.", is_first=True)
    place = where_is(chosen, version)
    assert (place.was, place.now, place.parts, place.is_removed) == (3, 4, (), False)


def test_a_divided_paragraph_is_followed_to_its_first_part_and_the_others_are_named(paper: Paper) -> None:
    version = kept(paper)
    chosen = numbered_in(paper)[1]
    divided(paper, chosen, "One.", "Two.", "Three.")
    divided(paper, numbered_in(paper)[2], "Two, first.", "Two, second.")
    place = where_is(chosen, version)
    assert (place.was, place.now) == (2, 2)
    assert [part.number for part in place.parts] == [3, 4, 5]
    assert str(place.words) == "One."


def test_parts_that_were_there_already_when_it_was_shown_are_not_named(paper: Paper) -> None:
    chosen = numbered_in(paper)[1]
    divided(paper, chosen, "One.", "Two.")
    assert where_is(chosen, kept(paper)).parts == ()


def test_a_paragraph_that_was_taken_out_says_where_it_was_and_its_last_words(paper: Paper) -> None:
    version = kept(paper)
    chosen = numbered_in(paper)[1]
    reworded(paper, 1, en="Its last words.")
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen)
    place = where_is(chosen, version)
    assert (place.was, place.now, place.is_removed, str(place.words)) == (2, None, True, "Its last words.")


def test_many_places_are_told_after_one_question(paper: Paper) -> None:
    view = view_of(kept(paper))
    with CaptureQueriesContext(connection) as asked:
        places = Places(paper)
        found = [places.of(each.paragraph_id, view).now for each in view.shown]
    assert (len(asked), found) == (1, [None, 1, 2, 3, 4, 5])
