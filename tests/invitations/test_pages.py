"""Pages of invitations: each in each language, to whom it may, with the same number of queries."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.models import JointDecline, Question, SupportRequest
from supportroom.invitations.vocabulary import TAKE_LIST
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.actions import amend_session, start_round
from supportroom.rounds.models import Round
from supportroom.topics.queries import agenda_of
from tests.answering import unanswered
from tests.factories.invitations import TERM, accepted_by, invitation_to, invited_round, prepared_round
from tests.factories.personas import actor_of, make_person
from tests.factories.programme import published
from tests.factories.rounds import words
from tests.factories.safety import permitted

SignIn = Callable[[Person], Client]
OWN = [
    "invitations/{own}/",
    "invitations/{own}/accept/",
    "invitations/{own}/decline/",
    "invitations/{own}/substitute/",
    "invitations/{own}/question/",
    "invitations/{own}/joint/",
    "rounds/{round}/questions/",
    "joint/{code}/",
]
FOR_THE_TEAM = [
    "rounds/{round}/letter/",
    "rounds/{round}/letter/term/",
    "rounds/{round}/invitations/",
    "rounds/{round}/invitations/list.csv",
    "rounds/{round}/invitations/list.xlsx",
    "rounds/{round}/questions/",
    "invitations/{own}/",
    "invitations/{others}/",
    "invitations/{others}/term/",
    "invitations/{others}/substitute/confirm/",
    "invitations/{others}/substitute/refuse/",
    "needs/{need}/",
    "questions/{question}/answer/",
]
POSTED = [
    "rounds/{round}/invitations/send/",
    "invitations/{others}/withdraw/",
    "invitations/{others}/remind/",
]


@pytest.fixture
def ids(inviting: Round, member: Person, shielded_member: Person) -> dict[str, str]:
    """What stands in the addresses: the member has accepted, asked and signed; the other has proposed somebody."""
    accepted_by(inviting, member, ("visa", "For Geneva"))
    need = SupportRequest.objects.get()
    own, others = invitation_to(inviting, member), invitation_to(inviting, shielded_member)
    asked = {"actor": actor_of(member), "invitation": own}
    question = actions.ask_question(**asked, topic=agenda_of(inviting).first(), text=words("Where do we meet?"))
    actions.answer_question(actor=SYSTEM, question=question, answer=words("In the hall.", "في القاعة."))
    joint = actions.begin_joint_decline(**asked, text=words("We cannot come."), organisation="Olive Branch Circle")
    actions.propose_substitute(actor=actor_of(shielded_member), invitation=others, name="Nour New-Invented")
    things = {"round": inviting, "own": own, "others": others, "need": need, "question": question}
    return {**{name: spell(thing.pk) for name, thing in things.items()}, "code": spell(joint.code)}


def test_every_page_answers_the_team_in_each_language(
    ids: dict[str, str], inviting: Round, team: Person, sign_in: SignIn
) -> None:
    browser = sign_in(team)
    for page in FOR_THE_TEAM:
        for language in ("ar", "en"):
            permitted(TAKE_LIST, inviting, team)
            assert browser.get(f"/{language}/{page.format(**ids)}").status_code == 200, (page, language)


def test_every_page_answers_whoever_is_invited_in_each_language(
    ids: dict[str, str], member: Person, sign_in: SignIn
) -> None:
    assert unanswered(sign_in(member), OWN, ids) == []


def test_a_visitor_is_led_to_the_door(ids: dict[str, str]) -> None:
    for page in {*OWN, *FOR_THE_TEAM}:
        answer = Client().get(f"/en/{page.format(**ids)}")
        assert answer.status_code == 302, page
        assert "/sign-in/" in answer["Location"], page


def test_a_stranger_finds_nothing(ids: dict[str, str], stranger: Person, sign_in: SignIn) -> None:
    browser = sign_in(stranger)
    for page in {*OWN, *FOR_THE_TEAM}:
        assert browser.get(f"/en/{page.format(**ids)}").status_code in {403, 404}, page


@pytest.mark.parametrize("persona", ["member", "office", "observer"])
def test_who_is_invited_is_the_teams_business_alone(
    persona: str, ids: dict[str, str], request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    browser = sign_in(request.getfixturevalue(persona))
    for page in set(FOR_THE_TEAM) - set(OWN):
        assert browser.get(f"/en/{page.format(**ids)}").status_code in {403, 404}, page


def test_what_the_team_does_nobody_else_does(
    ids: dict[str, str], member: Person, stranger: Person, sign_in: SignIn
) -> None:
    for page in POSTED:
        for person in (member, stranger):
            assert sign_in(person).post(f"/en/{page.format(**ids)}").status_code in {403, 404}, page


@pytest.mark.parametrize("page", ["", "accept/", "decline/", "substitute/", "question/", "joint/"])
def test_a_link_used_by_somebody_else_opens_nothing(
    page: str, inviting: Round, member: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    path = f"/en/invitations/{spell(invitation_to(inviting, member).pk)}/{page}"
    browser = sign_in(shielded_member)
    assert browser.get(path).status_code == 404
    assert browser.post(path, {"name": "X", "contact": "Y", "text": "Z"}).status_code in {404, 405}
    assert invitation_to(inviting, member).state == "sent"


def test_the_team_does_not_answer_for_anybody(inviting: Round, member: Person, team: Person, sign_in: SignIn) -> None:
    path = f"/en/invitations/{spell(invitation_to(inviting, member).pk)}/"
    for page in ("accept/", "decline/", "substitute/", "question/", "joint/"):
        assert sign_in(team).get(path + page).status_code == 404
        assert sign_in(team).post(path + page).status_code == 404


def test_no_invited_person_reads_the_name_of_another(
    ids: dict[str, str], member: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    for person, other, own in ((member, shielded_member, "own"), (shielded_member, member, "others")):
        browser = sign_in(person)
        for page in (*(page.replace("{own}", "{" + own + "}") for page in OWN), "rounds/{round}/"):
            assert other.name not in browser.get(f"/en/{page.format(**ids)}").content.decode(), page


def test_a_wrong_code_looks_like_one_that_never_was(ids: dict[str, str], member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    assert browser.get(f"/en/joint/{spell(JointDecline.objects.get().code ^ 2)}/").status_code == 404
    assert browser.post(f"/en/joint/{spell(1 << 59)}/wish/").status_code == 404


def test_question_and_answer_name_nobody(
    ids: dict[str, str], member: Person, shielded_member: Person, team: Person, sign_in: SignIn
) -> None:
    for person in (shielded_member, team):
        page = sign_in(person).get(f"/en/rounds/{ids['round']}/questions/").content.decode()
        assert "Where do we meet?" in page
        assert "In the hall." in page
        assert member.name not in page
    assert "your question" in sign_in(member).get(f"/en/rounds/{ids['round']}/questions/").content.decode()
    assert Question.objects.get().invitation


@pytest.mark.parametrize("page", ["invitations/", "questions/", "letter/", "invitations/list.csv"])
def test_a_list_asks_as_many_questions_for_three_as_for_one(
    page: str, clock: object, member: Person, team: Person, sign_in: SignIn
) -> None:
    few = invited_round([member])
    many = invited_round([make_person(f"Guest {n} Invented", "member") for n in range(3)])
    for made in (few, many):
        for invitation in made.invitations.select_related("person"):
            accepted_by(made, invitation.person, ("visa", ""), ("care", ""))
            asked = {"actor": actor_of(invitation.person), "invitation": invitation_to(made, invitation.person)}
            actions.ask_question(**asked, topic=agenda_of(made).first(), text=words("Where?"))
            actions.begin_joint_decline(**asked, text=words("No."), organisation="A Circle")
        permitted(TAKE_LIST, made, team)
    browser = sign_in(team)
    assert _queries(browser, few, page) == _queries(browser, many, page)


def _queries(browser: Client, made: Round, page: str) -> int:
    path = f"/en/rounds/{spell(made.pk)}/{page}"
    browser.get(path)
    with CaptureQueriesContext(connection) as noted:
        assert browser.get(path).status_code == 200
    return len(noted)


def test_before_anything_is_sent_the_pages_say_what_to_do(
    clock: object, member: Person, team: Person, sign_in: SignIn
) -> None:
    made = prepared_round([member])
    path, browser = f"/en/rounds/{spell(made.pk)}/", sign_in(team)
    assert "state--refused" in browser.get(path + "invitations/").content.decode()
    assert "28" in browser.get(path + "letter/").content.decode()
    assert browser.get(path + "letter/term/").status_code == 404
    assert sign_in(member).get(path + "questions/").status_code == 404


def test_an_invitation_asks_as_many_questions_with_many_answers_as_with_one(
    inviting: Round, member: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    accepted_by(inviting, member, ("visa", ""))
    for _turn in range(3):
        accepted_by(inviting, shielded_member, ("visa", ""), ("care", ""), ("travel", ""))
    asked = []
    for person in (member, shielded_member):
        browser, path = sign_in(person), f"/en/invitations/{spell(invitation_to(inviting, person).pk)}/"
        browser.get(path)
        with CaptureQueriesContext(connection) as noted:
            assert browser.get(path).status_code == 200
        asked.append(len(noted))
    assert asked[0] == asked[1]


ENDS = {"withdraw": "withdrawn", "lapse": "term for answers ended", "begin": "The round has begun"}


@pytest.mark.parametrize("act", ENDS)
def test_a_page_says_why_it_cannot_be_answered_and_leads_nowhere_that_is_closed(
    act: str, inviting: Round, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    invitation = invitation_to(inviting, member)
    if act == "withdraw":
        actions.withdraw_invitation(actor=SYSTEM, invitation=invitation)
    elif act == "lapse":
        clock.move_to(TERM)
        actions.lapse(actor=SYSTEM, invitation=invitation)
    else:
        start_round(actor=SYSTEM, round=inviting)
    browser = sign_in(member)
    page = browser.get(f"/en/invitations/{spell(invitation.pk)}/").content.decode()
    assert ENDS[act] in page
    assert "I accept" not in page
    for link in set(re.findall(r'href="(/en/(?:rounds|invitations)/[^"#?]+)', page)):
        assert browser.get(link).status_code == 200, link


def test_whoever_is_invited_reads_that_the_programme_was_changed_since(
    inviting: Round, member: Person, sign_in: SignIn
) -> None:
    path, browser = f"/en/invitations/{spell(invitation_to(inviting, member).pk)}/", sign_in(member)
    assert "changed after you were invited" not in browser.get(path).content.decode()
    amend_session(actor=SYSTEM, session=inviting.sessions.get(), title=words("Moved"))
    published(inviting)
    assert "changed after you were invited" in browser.get(path).content.decode()
