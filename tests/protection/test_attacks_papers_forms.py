"""Groups and papers: hostile words and numbers in forms, ids that are not theirs, fields that nobody asked for."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.adoption.models import OpposingOpinion
from supportroom.checks.models import CheckAnswer
from supportroom.comments.models import Comment
from supportroom.groups.actions import resign
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id, spell
from supportroom.kernel.once import fresh_key
from supportroom.library.exporting import as_bibtex, as_ris
from supportroom.library.models import Source
from supportroom.library.reading_references import read_bibtex
from supportroom.people.models import Person
from supportroom.workroom.models import Post
from tests.factories.adoption import a_joint_paper
from tests.factories.comments import closed, commented, in_comment, paragraph_of
from tests.factories.groups import a_group_at_work, opened_group
from tests.factories.library import a_note, a_source
from tests.factories.papers import a_paper
from tests.factories.personas import actor_of
from tests.factories.workroom import a_meeting, a_task, a_thread, posted

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
SignIn = Callable[[Person], Client]
CHANGING = re.compile(rb'[0-9a-hjkmnp-tv-z]{12}|value="[^"]*"|hx-headers=[^\n]*')
HUGE = "9" * 5000
BIG = "9" * 19
EVIL = "<script>alert(1)</script>\u202e[x](javascript:alert(1))<img src=x onerror=alert(2)>"


def to(name: str, *parts: Any) -> str:
    with override("en"):
        return reverse(name, args=parts)


def post(client: Client, name: str, *parts: Any, **fields: Any) -> Any:
    return client.post(to(name, *parts), {"once": fresh_key(), **fields})


# --- numbers that are none


def test_numbers_beyond_measure_are_no_errors_of_the_server(
    clock: time_machine.Traveller, rapporteur: Person, member: Person, sign_in: SignIn
) -> None:
    window = in_comment(rapporteur)
    made = commented(window, member)
    clock.move_to(window.closes_at)
    paper, group = closed(window).paper, window.paper.group
    client = sign_in(rapporteur)
    for number in (HUGE, BIG, "٣", "-1", "1e9", "\u00b2", ""):
        answers = [
            post(client, "comments:answer_add", paper.pk, comment=f"{spell(made.pk)}.{number}", verdict="accepted"),
            post(client, "groups:coordinator_name", group.pk, seat=number),
            client.get(to("papers:paragraph_add", paper.pk), {"after": number}),
            client.get(to("papers:differences", paper.pk), {"from": number, "to": number}),
            client.get(to("papers:paper_taken", paper.pk, "md", "en"), {"version": number}),
            client.get(to("comments:table", paper.pk), {"page": number, "window": number, "paragraph": number}),
            client.get(to("workroom:thread_list", group.pk), {"page": number, "q": number}),
            post(client, "papers:paragraph_move", paper.pk, paragraph_of(window).pk, after=number),
            post(client, "comments:file_import", paper.pk, drafts=number, naming=number, language=number),
        ]
        assert not [answer for answer in answers if answer.status_code >= 500], number[:20]


HOSTILE_BIBTEX = {
    "nothing but a title": "@misc{a, title={Undated}}",
    "month": f"@article{{a, title={{x}}, year={{2020}}, month={{{HUGE}}}}}",
    "year": f"@article{{a, title={{x}}, year={{{HUGE}}}}}",
    "braces": "@article{a, title={" + "{" * 3000 + "x" + "}" * 3000 + "}}",
    "open braces": "@article{a, title={" + "{" * 50_000,
    "commands": "@article{a, title={" + "\\textbf{" * 2000 + "x" + "}" * 2000 + "}}",
    "strings": "@string{a = a}\n@article{b, title = a # a # a}",
    "one thing many times": "@article{a, title={x}}\n" * 3000,
    "includes": "@article{a, title={\\input{/etc/passwd}\\write18{ls}}}",
}


@pytest.mark.parametrize("name", HOSTILE_BIBTEX)
def test_hostile_references_are_refused_or_only_words(name: str) -> None:
    with suppress(DomainError):  # `library.reference_broken` is an answer, everything else is not
        assert isinstance(read_bibtex(HOSTILE_BIBTEX[name]), list)


def test_a_hostile_file_of_references_ends_in_a_page(rapporteur: Person, sign_in: SignIn, room: Any) -> None:
    group = a_group_at_work(rapporteur)
    client = sign_in(rapporteur)
    for text in HOSTILE_BIBTEX.values():
        file = SimpleUploadedFile("a.bib", text.encode())
        assert post(client, "library:source_import", group.pk, file=file).status_code in {200, 422}
    for parcel in ("", "x", "a:b:c", HUGE):
        assert post(client, "library:source_import", group.pk, parcel=parcel).status_code < 500


# --- words


def test_what_somebody_writes_is_never_markup_and_never_a_formula(
    rapporteur: Person, sign_in: SignIn, room: Any
) -> None:
    group = a_group_at_work(rapporteur)
    paper = a_paper(group)
    client = sign_in(rapporteur)
    source = a_source(group, title=EVIL, publisher="=HYPERLINK(1)", place="}, author={Somebody Else")
    a_note(source, rapporteur, EVIL)
    thread = a_thread(group, "x")
    posted(thread, rapporteur, f'{EVIL} https://x.example/"onmouseover=alert(1) @{rapporteur.name}')
    a_task(group, EVIL)
    pages = [
        ("library:source_list", group.pk), ("library:source_detail", source.pk), ("workroom:thread_detail", thread.pk),
        ("workroom:thread_list", group.pk), ("papers:paper_detail", paper.pk), ("library:bibliography", group.pk),
    ]  # fmt: skip
    for name, key in pages:
        told = client.get(to(name, key)).content.decode()
        assert "<script>alert" not in told, name
        assert "<img src=x" not in told, name
        assert 'href="javascript:' not in told, name
        assert '"onmouseover' not in told, name
    sheet = client.get(to("library:source_export", group.pk, "csv")).content.decode("utf-8-sig")
    assert "'=HYPERLINK" in sheet
    assert ",=HYPERLINK" not in sheet
    entry = as_bibtex([source])
    assert "\n  author = {Somebody Else" not in entry
    assert entry.count("author = ") == 1
    assert "\r\nAU  - Somebody" not in as_ris([source])
    assert "\u202e" not in Source.objects.get(pk=source.pk).title


def test_a_source_leads_to_no_address_that_runs_words(rapporteur: Person, sign_in: SignIn, room: Any) -> None:
    group = a_group_at_work(rapporteur)
    client = sign_in(rapporteur)
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://a@evil.example\u202e",
        "file:///",
    ):
        fields = {"kind": "page", "title": "x", "language": "en", "address": address, "key": "k"}
        post(client, "library:source_add", group.pk, **fields)
    kept = list(Source.objects.values_list("address", flat=True))
    assert not [each for each in kept if not each.startswith("https://")], kept


# --- ids that are not theirs


@pytest.fixture
def two_groups(
    clock: time_machine.Traveller, rapporteur: Person, facilitator: Person, member: Person, office: Person
) -> dict[str, tuple[Model, list[str]]]:
    """A group's things; who looks for them sits in another group."""
    a_paper(a_group_at_work(facilitator, title="Another group"))
    group = a_group_at_work(rapporteur, title="This group")
    paper = a_paper(group)
    source = a_source(group)
    thread = a_thread(group, "Ours")
    return {
        "paper": (paper, ["papers:paper_detail", "papers:versions", "papers:paragraph_add", "papers:paper_name",
                          "papers:paper_working", "papers:text_import", "comments:comment_list", "comments:table",
                          "comments:answering", "adoption:adoption_detail", "press:pack_detail", "press:pack_export"]),
        "source": (source, ["library:source_detail", "library:source_edit", "workroom:source_thread"]),
        "note": (a_note(source, rapporteur), ["library:note_edit"]),
        "thread": (thread, ["workroom:thread_detail", "workroom:thread_edit", "workroom:thread_more"]),
        "post": (posted(thread, rapporteur), ["workroom:post_detail", "workroom:post_edit"]),
        "task": (a_task(group), ["workroom:task_edit"]),
        "meeting": (a_meeting(group), ["workroom:meeting_detail", "workroom:meeting_edit", "workroom:minutes_edit"]),
    }  # fmt: skip


def test_another_groups_things_answer_as_what_is_not_there(  # noqa: PLR0917
    two_groups: dict[str, tuple[Model, list[str]]], facilitator: Person, stranger: Person, office: Person,
    observer: Person, addressee: Person, sign_in: SignIn,
) -> None:  # fmt: skip
    for person in (facilitator, stranger, office, observer, addressee):
        client = sign_in(person)
        for thing, names in two_groups.values():
            for name in names:
                theirs, nothing = (client.get(to(name, key)) for key in (thing.pk, random_id()))
                assert (theirs.status_code, nothing.status_code) == (404, 404), (person.roles, name)
                assert _plain(theirs) == _plain(nothing), name


def _called(title: str) -> WorkingGroup:
    return next(group for group in WorkingGroup.objects.all() if str(group.title) == title)


def _plain(answer: Any) -> bytes:
    return CHANGING.sub(b"", answer.content)


def test_who_gave_a_seat_up_reads_nothing_any_more(
    two_groups: dict[str, tuple[Model, list[str]]], rapporteur: Person, sign_in: SignIn
) -> None:
    client = sign_in(rapporteur)
    thing, names = two_groups["thread"]
    assert client.get(to(names[0], thing.pk)).status_code == 200
    group = _called("This group")
    resign(actor=actor_of(rapporteur), seat=group.seats.get(person=rapporteur))
    for found, names in two_groups.values():
        for name in names:
            assert client.get(to(name, found.pk)).status_code == 404, name


def test_a_paragraph_of_another_paper_is_in_nobodys_form(
    clock: time_machine.Traveller, rapporteur: Person, facilitator: Person, member: Person, sign_in: SignIn
) -> None:
    mine, theirs = in_comment(rapporteur), in_comment(facilitator)
    paragraph = spell(paragraph_of(theirs).pk)
    client = sign_in(member)
    answer = post(
        client, "comments:comment_add", mine.paper_id, text="x", language="en", paragraph=paragraph, naming="hidden"
    )
    assert answer.status_code == 422
    assert not Comment.objects.exists()
    editing = sign_in(rapporteur).get(to("papers:paragraph_edit", mine.paper_id, paragraph_of(theirs).pk))
    assert editing.status_code == 404


# --- fields that nobody asked for


def test_a_comments_form_takes_no_field_that_is_not_on_it(
    clock: time_machine.Traveller, rapporteur: Person, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    window = in_comment(rapporteur)
    extra = {
        "written_by": stranger.pk, "written_by_id": stranger.pk, "number": 99, "state": "answered", "is_late": "on",
        "final_support": 50, "came": "mail", "satisfaction": "satisfied", "answer": "1", "window": 2, "version": 9,
    }  # fmt: skip
    client = sign_in(member)
    post(
        client,
        "comments:comment_add",
        window.paper_id,
        text="Mine.",
        language="en",
        paragraph="",
        naming="hidden",
        **extra,
    )
    made = Comment.objects.get()
    assert (made.written_by, made.number, made.state, made.is_late) == (member, 1, "open", False)
    assert (made.final_support, made.came, made.satisfaction, made.is_named) == (None, "page", "unsaid", False)


def test_an_opinion_a_candidacy_and_a_call_are_ones_own_whatever_is_sent(
    clock: time_machine.Traveller, rapporteur: Person, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    adoption = a_joint_paper(rapporteur)
    client = sign_in(member)
    extra = {"filed_by": stranger.pk, "joined": 300, "number": 7, "state": "withdrawn", "adoption": 1, "actor": "team"}
    answer = post(client, "adoption:opinion_add", adoption.paper_id, title_en="No", text_en="Why", **extra)
    assert answer.status_code == 302
    opinion = OpposingOpinion.objects.get()
    assert (opinion.filed_by, opinion.joined, opinion.number) == (member, None, 1)
    group = opened_group()
    post(
        client,
        "groups:group_stand",
        group.pk,
        years=3,
        person=stranger.pk,
        state="appointed",
        reason="x",
        language="en",
    )
    for candidate in Candidate.objects.filter(group=group):
        assert (candidate.person, candidate.state, str(candidate.reason)) == (member, "standing", "")
    extra = {"state": "at_work", "opened_by": "team", "called_by": stranger.pk, "candidates_until": "2030-01-01"}
    post(client, "groups:group_add", title_en="Mine", task_en="Task", seats_wanted=3, **extra)
    called = WorkingGroup.objects.get(called_by=member)
    assert (called.state, called.opened_by, called.candidates_until) == ("called", "", None)


def test_a_post_is_its_writers_and_stands_where_it_was_written(
    two_groups: dict[str, tuple[Model, list[str]]], rapporteur: Person, facilitator: Person, sign_in: SignIn
) -> None:
    thread, first = two_groups["thread"][0], two_groups["post"][0]
    other = a_thread(_called("Another group"), "Theirs")
    hidden = posted(other, facilitator, "Canary of another group")
    client = sign_in(rapporteur)
    extra = {"written_by": facilitator.pk, "thread": other.pk, "position": 1, "written_at": "2001-01-01"}
    post(client, "workroom:thread_detail", thread.pk, text="Mine", **extra)
    mine = Post.objects.get(text="Mine")
    assert (mine.written_by, mine.thread_id, mine.position) == (rapporteur, thread.pk, 2)
    answer = post(client, "workroom:thread_detail", thread.pk, text="Quoting", quotes=spell(hidden.pk))
    assert answer.status_code == 422
    assert b"Canary of another" not in answer.content
    told = client.get(to("workroom:thread_detail", thread.pk), {"quote": spell(hidden.pk)})
    assert b"Canary of another" not in told.content
    assert post(client, "workroom:post_edit", hidden.pk, text="Mine").status_code == 404
    assert first.pk


# --- twice, out of order


def test_an_answer_to_a_check_sent_twice_or_by_two_counts_once_for_each(
    clock: time_machine.Traveller, rapporteur: Person, member: Person, office: Person, sign_in: SignIn
) -> None:
    asked = a_joint_paper(rapporteur).asked
    client, key = sign_in(member), fresh_key()
    address = to("checks:answer", asked.pk)
    for _time in range(3):
        client.post(address, {"once": key, "choice": "against"})
    client.post(address, {"once": fresh_key(), "choice": "for", "person": rapporteur.pk, "handle": "0" * 64})
    assert [each.choice for each in CheckAnswer.objects.all()] == ["for"]
    assert client.post(address, {"once": fresh_key(), "choice": "maybe"}).status_code == 422
    assert sign_in(office).post(address, {"once": fresh_key(), "choice": "for"}).status_code == 403
    clock.move_to(asked.closes_at)
    assert sign_in(member).post(address, {"once": fresh_key(), "choice": "against"}).status_code == 422
    assert [each.choice for each in CheckAnswer.objects.all()] == ["for"]
