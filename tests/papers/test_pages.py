"""The pages of a paper, as people see them: read, edited, met on, compared, brought in and taken along."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM
from supportroom.papers import actions
from supportroom.papers.models import Editing, Paper, PaperVersion
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph
from tests.counting import queries_of
from tests.factories.groups import a_group_at_work
from tests.factories.papers import a_paper, divided, freshly, in_state, numbered_in, paragraphs_in, written
from tests.factories.personas import actor_of
from tests.papers.test_versions import keep_by_a_step

SignIn = Callable[[Person], Client]


def address(name: str, *parts: object, language: str = "en") -> str:
    with override(language):
        return reverse(f"papers:{name}", args=parts)


def page(client: Client, name: str, *parts: object, language: str = "en", query: str = "") -> str:
    answer = client.get(address(name, *parts, language=language) + query)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(client: Client, view: str, /, *parts: object, status: int = 302, **typed: Any) -> str:
    answer = client.post(address(view, *parts), typed)
    assert answer.status_code == status, answer.content.decode()[:3000]
    return answer.content.decode()


@pytest.fixture
def seat(sign_in: SignIn, member: Person) -> Client:
    return sign_in(member)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_opens_in_each_language(paper: Paper, seat: Client, language: str) -> None:
    chosen = numbered_in(paper)[0]
    version = actions.keep_version(actor=SYSTEM, paper=paper, name="First")
    for name, *parts in (
        ("paper_detail", paper.pk),
        ("paper_name", paper.pk),
        ("paper_working", paper.pk),
        ("paragraph_add", paper.pk),
        ("paragraph_detail", paper.pk, chosen.pk),
        ("paragraph_edit", paper.pk, chosen.pk),
        ("paragraph_split", paper.pk, chosen.pk),
        ("paragraph_move", paper.pk, chosen.pk),
        ("paragraph_shape", paper.pk, chosen.pk),
        ("versions", paper.pk),
        ("version_detail", paper.pk, version.pk),
        ("differences", paper.pk),
        ("text_import", paper.pk),
    ):
        text = page(seat, name, *parts, language=language)
        assert name == "paper_working" or f'<html lang="{language}"' in text


def test_a_seat_begins_the_paper_and_stands_in_it(group: WorkingGroup, seat: Client) -> None:
    assert "Begin the paper" in page(seat, "group_paper", group.pk)
    sent(seat, "group_paper", group.pk, title_en="Room to associate", title_ar="فضاء", languages=["ar", "en"])
    paper = Paper.objects.get(group=group)
    assert seat.get(address("group_paper", group.pk)).headers["Location"].endswith(address("paper_detail", paper.pk))
    sent(seat, "paragraph_add", paper.pk, shape="heading2", content_en="In law", content_ar="في القانون")
    sent(seat, "paragraph_add", paper.pk, shape="paragraph", content_en="It takes a year.")
    text = page(seat, "paper_detail", paper.pk)
    assert "In law" in text
    assert "في القانون" in text
    assert "not translated" in text


def test_a_group_without_a_paper_says_so_to_who_reads_its_work_and_is_nowhere_for_others(
    group: WorkingGroup, sign_in: SignIn, team: Person, stranger: Person
) -> None:
    assert "will stand here" in page(sign_in(team), "group_paper", group.pk)
    assert sign_in(stranger).get(address("group_paper", group.pk)).status_code == 404


def test_a_draft_is_nowhere_for_other_members_the_office_and_visitors(
    paper: Paper, sign_in: SignIn, stranger: Person, office: Person, observer: Person
) -> None:
    for person in (stranger, office, observer):
        assert sign_in(person).get(address("paper_detail", paper.pk)).status_code == 404
    assert Client().get(address("paper_detail", paper.pk)).status_code == 302


@pytest.mark.writes_outside_actions
def test_members_read_the_version_in_comment_and_nothing_of_the_present_draft(
    paper: Paper, sign_in: SignIn, stranger: Person, member: Person
) -> None:
    keep_by_a_step(paper)
    actions.keep_version(actor=SYSTEM, paper=paper, name="Between us")
    chosen = numbered_in(paper)[0]
    given: dict[str, Any] = {"paper": paper, "paragraph": chosen, "seen": 1}
    actions.reword_paragraph(actor=SYSTEM, wordings={"en": "Secret for now."}, **given)
    in_state(paper, "answering")
    other = sign_in(stranger)
    text = page(other, "paper_detail", paper.pk)
    assert "Paragraph 1: an association" in text
    assert "Secret for now." not in text
    assert "Between us" not in page(other, "versions", paper.pk)
    hidden = PaperVersion.objects.get(name="Between us")
    for name, *parts in (
        ("version_detail", paper.pk, hidden.pk),
        ("paragraph_detail", paper.pk, chosen.pk),
    ):
        assert other.get(address(name, *parts)).status_code == 404
    for kind in ("md",):
        assert "Secret" not in other.get(address("paper_taken", paper.pk, kind, "en")).content.decode()
    assert "draft" not in page(other, "differences", paper.pk).partition("<select")[2].partition("</select>")[0]
    assert "Secret for now." in page(sign_in(member), "paper_detail", paper.pk)


@pytest.mark.writes_outside_actions
def test_who_sees_no_groups_reads_what_is_released_in_a_plain_frame(
    paper: Paper, sign_in: SignIn, observer: Person
) -> None:
    keep_by_a_step(paper)
    in_state(paper, "released")
    text = page(sign_in(observer), "paper_detail", paper.pk)
    assert "Paper of a working group" in text
    assert "Paragraph 1: an association" in text


def test_taking_a_paragraph_up_is_seen_by_the_group_by_name_and_by_others_without(
    paper: Paper, sign_in: SignIn, member: Person, shielded_member: Person, team: Person
) -> None:
    chosen = numbered_in(paper)[0]
    seat = sign_in(member)
    answer = seat.post(address("take_up", paper.pk), {"paragraph": chosen.pk})
    assert answer.headers["Location"].endswith(address("paragraph_edit", paper.pk, chosen.pk))
    assert f"{member.name} works on this now" in page(sign_in(shielded_member), "paper_detail", paper.pk)
    assert member.name in page(sign_in(shielded_member), "paper_working", paper.pk)
    for name in ("paper_detail", "paper_working"):
        assert member.name not in page(sign_in(team), name, paper.pk)
    assert "Somebody works on this now" in page(sign_in(team), "paper_detail", paper.pk)
    assert "(you)" in page(seat, "paper_working", paper.pk)
    sent(seat, "paragraph_stay", paper.pk, chosen.pk, status=204)
    sent(seat, "paragraph_let_go", paper.pk, chosen.pk)
    assert not Editing.objects.exists()


def test_what_is_no_paragraph_is_not_taken_up(paper: Paper, seat: Client) -> None:
    for word in ("", "none", "12", "٣"):
        assert seat.post(address("take_up", paper.pk), {"paragraph": word}).status_code == 404
    gone = numbered_in(paper)[0]
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=gone)
    sent(seat, "take_up", paper.pk, paragraph=gone.pk)
    assert "no longer part of the text" in page(seat, "paper_detail", paper.pk)


def test_a_paragraph_is_reworded_and_its_translation_left_behind(paper: Paper, seat: Client) -> None:
    chosen = numbered_in(paper)[0]
    sent(
        seat, "paragraph_edit", paper.pk, chosen.pk, seen=1, text_en="Other words.", text_ar=chosen.content.texts["ar"]
    )
    text = page(seat, "paper_detail", paper.pk)
    assert "Other words." in text
    assert "out of date" in text
    assert "not complete" in text
    history = page(seat, "paragraph_detail", paper.pk, chosen.pk)
    assert "<ins>Other words" in history


def test_two_editors_of_one_paragraph_see_both_texts_and_lose_none(paper: Paper, seat: Client) -> None:
    chosen = numbered_in(paper)[0]
    arabic = chosen.content.texts["ar"]
    sent(seat, "paragraph_edit", paper.pk, chosen.pk, seen=1, text_en="Theirs.", text_ar=arabic)
    page_ = sent(seat, "paragraph_edit", paper.pk, chosen.pk, status=409, seen=1, text_en="Mine.", text_ar=arabic)
    assert "Theirs." in page_
    assert "Mine." in page_
    assert 'name="seen" value="2"' in page_
    sent(seat, "paragraph_edit", paper.pk, chosen.pk, seen=2, text_en="Theirs. Mine.", text_ar=arabic)
    assert str(Paragraph.objects.get(pk=chosen.pk).content) == "Theirs. Mine."


def test_words_for_a_paragraph_that_was_taken_out_meanwhile_stay_in_the_box(paper: Paper, seat: Client) -> None:
    chosen = numbered_in(paper)[0]
    actions.remove_paragraph(actor=SYSTEM, paper=paper, paragraph=chosen)
    text = sent(seat, "paragraph_edit", paper.pk, chosen.pk, status=422, seen=1, text_en="My long work.", text_ar="")
    assert "My long work." in text
    assert "no longer part of the text" in text


def test_interpreters_have_a_box_for_translations_alone(paper: Paper, sign_in: SignIn, interpreter: Person) -> None:
    chosen = numbered_in(paper)[0]
    client = sign_in(interpreter)
    text = page(client, "paragraph_edit", paper.pk, chosen.pk)
    assert 'name="text_ar"' in text
    assert 'name="text_en"' not in text
    sent(client, "paragraph_edit", paper.pk, chosen.pk, seen=1, text_ar="ترجمة", draft_ar="on")
    assert Paragraph.objects.get(pk=chosen.pk).content.state("ar") == "draft"
    for name in ("paragraph_split", "paragraph_move", "paragraph_shape"):
        assert client.get(address(name, paper.pk, chosen.pk)).status_code == 403


def test_a_paragraph_is_divided_in_both_languages_at_an_empty_line(paper: Paper, seat: Client) -> None:
    chosen = numbered_in(paper)[0]
    typed: dict[str, Any] = {"text_en": "One.\r\n\r\nTwo.", "text_ar": "واحد.\n\nاثنان."}
    sent(seat, "paragraph_split", paper.pk, chosen.pk, seen=1, **typed)
    found = [each.content.texts for each in numbered_in(paper)[:2]]
    assert found == [{"en": "One.", "ar": "واحد."}, {"en": "Two.", "ar": "اثنان."}]
    again: dict[str, Any] = {"seen": 1, "text_en": "Mine.\n\nAlso mine.", "text_ar": "واحد."}
    text = sent(seat, "paragraph_split", paper.pk, chosen.pk, status=409, **again)
    assert "Also mine." in text
    assert 'name="seen" value="2"' in text
    refused = sent(seat, "paragraph_split", paper.pk, chosen.pk, status=422, seen=2, text_en="All.", text_ar="كل")
    assert "empty line" in refused


def test_a_paragraph_is_moved_shaped_taken_out_and_brought_back_by_its_page(paper: Paper, seat: Client) -> None:
    first, second, *_others, last = numbered_in(paper)
    sent(seat, "paragraph_move", paper.pk, first.pk, after=str(last.pk))
    assert numbered_in(paper)[-1] == first
    sent(seat, "paragraph_move", paper.pk, first.pk, after="start")
    assert paragraphs_in(paper)[0] == first
    sent(seat, "paragraph_shift", paper.pk, first.pk, "down")
    sent(seat, "paragraph_shift", paper.pk, first.pk, "down")
    assert numbered_in(paper)[:2] == [second, first]
    sent(seat, "paragraph_shift", paper.pk, first.pk, "up")
    assert numbered_in(paper)[:2] == [first, second]
    assert seat.post(address("paragraph_shift", paper.pk, first.pk, "sideways")).status_code == 404
    sent(seat, "paragraph_shape", paper.pk, first.pk, seen=1, shape="heading2")
    first.refresh_from_db()
    assert (first.kind, first.level) == ("heading", 2)
    sent(seat, "paragraph_remove", paper.pk, second.pk)
    assert "Taken out" in page(seat, "paper_detail", paper.pk)
    assert "Bring back" in page(seat, "paragraph_detail", paper.pk, second.pk)
    sent(seat, "paragraph_restore", paper.pk, second.pk)
    assert second in numbered_in(paper)


def test_a_paragraph_is_added_after_another_and_at_the_beginning(paper: Paper, seat: Client) -> None:
    chosen = numbered_in(paper)[1]
    typed: dict[str, Any] = {"shape": "paragraph", "content_en": "In between.", "content_ar": ""}
    seat.post(address("paragraph_add", paper.pk) + f"?after={chosen.pk}", typed)
    assert str(numbered_in(paper)[2].content) == "In between."
    assert "after paragraph 2" in page(seat, "paragraph_add", paper.pk, query=f"?after={chosen.pk}")
    seat.post(address("paragraph_add", paper.pk) + "?after=start", {**typed, "content_en": "First of all."})
    assert str(paragraphs_in(paper)[0].content) == "First of all."
    assert sent(seat, "paragraph_add", paper.pk, status=422, shape="paragraph", content_en=" ", content_ar="")


def test_a_title_is_changed_by_who_saw_the_present_one(paper: Paper, seat: Client) -> None:
    sent(seat, "paper_name", paper.pk, seen=paper.version, title_en="New title", title_ar="عنوان")
    text = sent(seat, "paper_name", paper.pk, status=409, seen=paper.version, title_en="Mine", title_ar="لي")
    assert "New title" in text
    assert "Mine" in text


def test_versions_are_kept_by_name_listed_and_compared(
    paper: Paper, seat: Client, sign_in: SignIn, team: Person
) -> None:
    sent(seat, "versions", paper.pk, name="Before June")
    chosen = numbered_in(paper)[0]
    sent(seat, "paragraph_edit", paper.pk, chosen.pk, seen=1, text_en="Paragraph 1, anew.", text_ar="شيء آخر")
    text = page(seat, "differences", paper.pk, query="?language=ar")
    assert "<ins>" in text
    assert "شيء" in text
    assert "Nothing changed" in page(seat, "differences", paper.pk, query="?from=draft&to=draft")
    whole = page(seat, "differences", paper.pk, query="?from=1&to=draft&all=on&language=en")
    assert "Paragraph 5" in whole
    assert page(seat, "differences", paper.pk, query="?from=99&to=none&language=xx")
    version = PaperVersion.objects.get(paper=paper)
    assert "Paragraph 1: an association" in page(seat, "version_detail", paper.pk, version.pk)
    assert sent(seat, "versions", paper.pk, status=422, name="  ")
    assert sign_in(team).post(address("versions", paper.pk), {"name": "Mine"}).status_code == 403


def test_footnotes_stand_on_the_page_and_unknown_keys_are_named(paper: Paper, seat: Client) -> None:
    written(paper, "With a note.^[It stands below.] And [@nobody1999].")
    text = page(seat, "paper_detail", paper.pk)
    assert "It stands below." in text.partition('id="nen1"')[2]
    assert "<code>nobody1999</code>" in text


def test_a_paper_is_taken_along_as_word_pdf_and_markdown(paper: Paper, seat: Client) -> None:
    actions.keep_version(actor=SYSTEM, paper=paper, name="First")
    for kind, start in (("docx", b"PK"), ("pdf", b"%PDF"), ("md", "# مساحة".encode())):
        answer = seat.get(address("paper_taken", paper.pk, kind, "ar") + "?version=1")
        assert answer.content.startswith(start)
        assert answer.headers["Content-Disposition"] == f'attachment; filename="paper-1-ar.{kind}"'
    for kind, language, query in (
        ("odt", "ar", ""),
        ("md", "fr", ""),
        ("md", "ar", "?version=9"),
        ("md", "ar", "?version=x"),
    ):
        assert seat.get(address("paper_taken", paper.pk, kind, language) + query).status_code == 404


@pytest.mark.writes_outside_actions
def test_a_paper_in_comment_offers_no_writing(paper: Paper, seat: Client) -> None:
    in_state(paper, "in_comment")
    text = page(seat, "paper_detail", paper.pk)
    assert "Add a paragraph" not in text
    assert "Translate" in page(seat, "paragraph_detail", paper.pk, numbered_in(paper)[0].pk)
    assert seat.get(address("paragraph_add", paper.pk)).status_code == 403


def test_pages_ask_as_much_for_many_paragraphs_and_versions_as_for_few(
    seat: Client, member: Person, sign_in: SignIn
) -> None:
    def asked(paragraphs: int, versions: int) -> list[int]:
        holder = actor_of(member)
        group = a_group_at_work(member, title=f"Group {paragraphs}")
        paper = a_paper(group, paragraphs)
        for number in range(versions):
            actions.keep_version(actor=holder, paper=paper, name=f"Version {number}")
        divided(freshly(paper), numbered_in(paper)[0], "One.^[Note.]", "Two.")
        return [
            queries_of(seat, address("paper_detail", paper.pk)),
            queries_of(seat, address("versions", paper.pk)),
            queries_of(seat, address("differences", paper.pk) + "?all=on"),
            queries_of(seat, address("paper_working", paper.pk)),
        ]

    few, many = asked(1, 1), asked(3, 3)
    assert few == many
