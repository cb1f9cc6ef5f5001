"""Pages of adoption: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.adoption.actions import propose_words
from supportroom.adoption.models import Adoption, OfficeNote, OpposingOpinion
from supportroom.adoption.queries import opinions_of
from supportroom.kernel.clock import now
from supportroom.kernel.ids import spell
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from tests.factories.adoption import (
    a_joint_paper,
    a_release,
    a_review,
    an_adopted_paper,
    an_answered_paper,
    answer_to,
    decided,
    filed,
    joined,
    noted,
    with_office,
)
from tests.factories.groups import holders, seat_actor
from tests.factories.papers import freshly, numbered_in, written
from tests.factories.rounds import words

Clock = time_machine.Traveller
SignIn = Callable[[Person], Client]
PAGES = [
    "groups/{group}/adoption/",
    "papers/{paper}/adoption/",
    "papers/{paper}/adoption/opinions/new/",
    "papers/{paper}/review/",
    "papers/{paper}/review/words/",
    "papers/{paper}/review/notes/new/",
    "papers/{paper}/release/",
    "opposing-opinions/{opinion}/edit/",
    "opposing-opinions/{opinion}/translate/",
    "office-notes/{note}/answer/",
    "office-notes/{note}/reword/",
    "office-notes/{note}/translate/",
]
READ_BY_ALL = {PAGES[0], PAGES[1], PAGES[3], PAGES[6]}
MAY = {
    "member": READ_BY_ALL | {PAGES[2], PAGES[7], PAGES[8]},
    "stranger": READ_BY_ALL | {PAGES[2]},
    "team": READ_BY_ALL,
    "interpreter": READ_BY_ALL | {PAGES[8], PAGES[11]},
    "office": READ_BY_ALL | {PAGES[4], PAGES[5], PAGES[11]},
    "observer": set(),
    "addressee": set(),
}


@pytest.fixture
def ids(joint: Adoption, member: Person, office: Person, clock: Clock) -> dict[str, str]:
    """The parts of the addresses of a paper with one opinion and one answered note."""
    opinion = filed(joint, member)
    decided(joint, clock)
    clock.move_to(joint.opinions_until)
    review = with_office(freshly(joint.paper))
    note = answer_to(noted(review, office, paragraph=numbered_in(joint.paper)[0]))
    keys = {"paper": joint.paper_id, "group": joint.paper.group_id, "opinion": opinion.pk, "note": note.pk}
    return {name: spell(key) for name, key in keys.items()}


@pytest.mark.parametrize("persona", MAY)
def test_every_page_answers_whom_it_may(
    persona: str, ids: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    client = sign_in(request.getfixturevalue(persona))
    for page in PAGES:
        for language in ("ar", "en"):
            status = client.get(f"/{language}/{page.format(**ids)}", follow=True).status_code
            assert (status == 200) is (page in MAY[persona]), (page, language, status)
            assert status in (200, 403, 404), page


@pytest.mark.parametrize("page", [PAGES[9], PAGES[10]])
def test_the_group_answers_and_rewords(page: str, ids: dict[str, str], joint: Adoption, sign_in: SignIn) -> None:
    client = sign_in(holders(joint.paper.group)[0])
    assert client.get(f"/ar/{page.format(**ids)}").status_code == 200


def test_a_paper_that_is_still_answered_is_shown_to_its_group_with_what_is_missing(
    room: None, member: Person, sign_in: SignIn
) -> None:
    paper = an_answered_paper()
    written(paper, "Not translated.")
    client = sign_in(holders(paper.group)[0])
    for language in ("ar", "en"):
        assert client.get(f"/{language}/papers/{spell(paper.pk)}/adoption/").status_code == 200
    asking = client.get(f"/en/papers/{spell(paper.pk)}/adoption/ask/")
    assert "1 piece of the translation is behind the original" in asking.content.decode()
    assert sign_in(member).get(f"/en/papers/{spell(paper.pk)}/adoption/").status_code == 404


def test_the_group_puts_the_paper_before_the_members_and_a_member_opposes_by_the_pages(
    room: None, member: Person, stranger: Person, sign_in: SignIn
) -> None:
    paper = an_answered_paper()
    address = f"/en/papers/{spell(paper.pk)}/adoption/"
    assert sign_in(holders(paper.group)[0]).post(f"{address}ask/").status_code == 302
    typed = {"title_en": "Not mine", "text_en": "It leaves out the camps.", "title_ar": "", "text_ar": ""}
    assert sign_in(member).post(f"{address}opinions/new/", {**typed, "is_named": "on"}).status_code == 302
    opinion = OpposingOpinion.objects.get()
    one = f"/en/opposing-opinions/{spell(opinion.pk)}/"
    other = sign_in(stranger)
    assert other.post(f"{one}join/").status_code == 302
    page = other.get(address).content.decode()
    assert member.name in page
    assert stranger.name not in page
    assert other.post(f"{one}name/", {"named": "1"}).status_code == 302
    assert opinions_of(paper)[0].names == tuple(sorted([member.name, stranger.name]))
    assert other.post(f"{one}name/").status_code == 302
    assert other.post(f"{one}leave/").status_code == 302
    assert sign_in(member).post(f"{one}withdraw/").status_code == 302
    assert opinions_of(paper) == []


def test_what_was_typed_too_late_stays_on_the_page(
    joint: Adoption, member: Person, sign_in: SignIn, clock: Clock
) -> None:
    clock.move_to(joint.opinions_until)
    typed = {"title_en": "Late", "text_en": "Reasons that took me a week.", "title_ar": "", "text_ar": ""}
    answer = sign_in(member).post(f"/en/papers/{spell(joint.paper_id)}/adoption/opinions/new/", typed)
    assert answer.status_code == 422
    assert "Reasons that took me a week." in answer.content.decode()


def test_the_office_and_the_group_review_by_the_pages(
    room: None, office: Person, sign_in: SignIn, clock: Clock
) -> None:
    paper = an_adopted_paper(clock)
    group, desk = sign_in(holders(paper.group)[0]), sign_in(office)
    here = f"/en/papers/{spell(paper.pk)}/review/"
    assert group.get(f"{here}send/").status_code == 200
    due = (now() + timedelta(days=14)).date().isoformat()
    assert group.post(f"{here}send/", {"due_on": due}).status_code == 302
    about = spell(numbered_in(paper)[1].pk)
    given = {"text_en": "Which year?", "text_ar": "", "paragraph": about}
    assert desk.post(f"{here}notes/new/", given).status_code == 302
    note = OfficeNote.objects.get()
    assert note.paragraph_shown == 2
    typed = {"verdict": "accepted", "reason_en": "Right.", "reason_ar": "", "change_made_en": "", "change_made_ar": ""}
    one = f"/en/office-notes/{spell(note.pk)}/"
    assert group.post(f"{one}answer/", typed).status_code == 302
    reworded = {"content_en": "In 2023 it waited.", "content_ar": "انتظرت."}
    assert group.post(f"{one}reword/", reworded).status_code == 302
    assert desk.post(f"{here}that-is-all/").status_code == 302
    assert desk.post(f"{here}words/", {"text_en": "One question.", "text_ar": ""}).status_code == 302
    assert desk.post(f"{here}words/agree/", {"seen": "1"}).status_code == 403
    assert group.post(f"{here}words/agree/", {"seen": "1"}).status_code == 302
    assert group.post(f"/en/papers/{spell(paper.pk)}/release/ask/").status_code == 302
    page = desk.get(f"/ar/papers/{spell(paper.pk)}/release/").content.decode()
    assert "<ins>" in page


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_release_page_is_read_by_members_while_they_decide(
    language: str, member: Person, office: Person, sign_in: SignIn, clock: Clock
) -> None:
    release = a_release(clock, office)
    page = sign_in(member).get(f"/{language}/papers/{spell(release.paper_id)}/release/")
    assert page.status_code == 200
    assert 'name="choice"' in page.content.decode()


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_list_of_opinions_takes_the_same_number_of_queries_for_one_and_three(
    joint: Adoption, member: Person, stranger: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    client = sign_in(stranger)
    address = f"/en/papers/{spell(joint.paper_id)}/adoption/"
    filed(joint, member)
    few = _queries(client, address)
    joined(filed(joint, member), stranger, shielded_member, is_named=True)
    filed(joint, shielded_member)
    assert _queries(client, address) == few


def test_the_list_of_notes_takes_the_same_number_of_queries_for_one_and_three(
    room: None, member: Person, office: Person, sign_in: SignIn, clock: Clock
) -> None:
    review = a_review(clock)
    client = sign_in(member)
    address = f"/en/papers/{spell(review.paper_id)}/review/"
    answer_to(noted(review, office))
    few = _queries(client, address)
    noted(review, office)
    noted(review, office)
    assert _queries(client, address) == few


@pytest.fixture
def opposed(shielded_member: Person, stranger: Person, clock: Clock) -> Paper:
    """A paper with the office; two members who are not named stand behind an opposing opinion in it."""
    adoption = a_joint_paper()
    joined(filed(adoption, shielded_member), stranger)
    decided(adoption, clock)
    clock.move_to(adoption.opinions_until)
    return with_office(freshly(adoption.paper)).paper


@pytest.mark.parametrize("persona", ["member", "team", "office", "interpreter"])
def test_nobody_reads_a_name_that_was_not_agreed_to(
    persona: str, opposed: Paper, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    client = sign_in(request.getfixturevalue(persona))
    for part in ("adoption", "review", "release"):
        page = client.get(f"/en/papers/{spell(opposed.pk)}/{part}/").content.decode()
        assert "Hidden-Invented" not in page
        assert "Stranger-Invented" not in page


def test_members_do_not_read_words_that_were_only_proposed(
    room: None, member: Person, office: Person, sign_in: SignIn, clock: Clock
) -> None:
    review = a_review(clock)
    propose_words(actor=seat_actor(review.paper.group), review=review, text=words("A canary of ours."))
    address = f"/en/papers/{spell(review.paper_id)}/review/"
    assert "A canary of ours." not in sign_in(member).get(address).content.decode()
    assert "A canary of ours." in sign_in(office).get(address).content.decode()
