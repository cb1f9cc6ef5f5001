"""Forms as a phone without JavaScript sends them: two taps, refusals with what was typed, clocks that change."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from time_machine import Traveller

from supportroom.invitations import actions
from supportroom.invitations.forms import TermForm
from supportroom.invitations.models import Invitation, JointDecline, Letter, Question, Response
from supportroom.invitations.vocabulary import TAKE_LIST
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.models import Participant, Round
from tests.factories.invitations import TERM, accepted_by, invitation_to, prepared_round
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words
from tests.factories.safety import permitted

SignIn = Callable[[Person], Client]


def path_of(made: Round, person: Person, page: str = "", language: str = "en") -> str:
    return f"/{language}/invitations/{spell(invitation_to(made, person).pk)}/{page}"


def test_an_invitation_is_answered_by_one_press_on_its_page(inviting: Round, member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    page = browser.get(path_of(inviting, member)).content.decode()
    assert f'action="{path_of(inviting, member, "accept/")}"' in page
    assert f'action="{path_of(inviting, member, "decline/")}"' in page
    answer = browser.post(path_of(inviting, member, "accept/"), {"once": "a", "seen": "0"}, follow=True)
    assert answer.redirect_chain == [(path_of(inviting, member), 302)]
    assert "You have accepted" in answer.content.decode()
    assert Participant.objects.filter(round=inviting, person=member).exists()


def test_needs_come_with_the_answer(inviting: Round, member: Person, sign_in: SignIn) -> None:
    typed = {"needs_visa": "on", "note_visa": "For Geneva", "note_care": "Two children", "seen": "0"}
    sign_in(member).post(path_of(inviting, member, "accept/"), typed)
    (response,) = Response.objects.all()
    assert response.support == [["visa", "For Geneva"], ["care", "Two children"]]


def test_a_reason_is_kept_in_the_language_it_was_written_in(inviting: Round, member: Person, sign_in: SignIn) -> None:
    sign_in(member).post(path_of(inviting, member, "decline/", "ar"), {"reason": "ظرف عائلي", "seen": "0"})
    (response,) = Response.objects.all()
    assert (response.kind, response.reason.original, str(response.reason)) == ("declined", "ar", "ظرف عائلي")


def test_two_tabs_that_answer_differently_get_a_page_that_says_what_stands_and_loses_nothing(
    inviting: Round, member: Person, sign_in: SignIn
) -> None:
    first = second = sign_in(member)
    first.post(path_of(inviting, member, "accept/"), {"seen": "0", "once": "first"})
    late = {"seen": "0", "once": "second", "reason": "Words that took me long"}
    answer = second.post(path_of(inviting, member, "decline/"), late)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Words that took me long" in page
    assert "accepted" in page
    assert 'name="seen" value="1"' in page
    assert invitation_to(inviting, member).state == "accepted"
    second.post(path_of(inviting, member, "decline/"), {**late, "seen": "1", "once": "third"})
    assert invitation_to(inviting, member).state == "declined"


@pytest.mark.parametrize("page", ["accept/", "decline/", "substitute/", "joint/"])
def test_after_the_term_a_refusal_names_it_in_both_clocks_and_keeps_what_was_typed(
    page: str, inviting: Round, member: Person, sign_in: SignIn, clock: Traveller
) -> None:
    member.time_zone = "Europe/Zurich"
    type(member).objects.filter(pk=member.pk).update(time_zone="Europe/Zurich")
    clock.move_to(TERM + timedelta(seconds=1))
    typed = {"name": "Nour", "contact": "Kept words", "reason": "Kept words", "note_visa": "Kept words",
             "text_en": "Kept words", "organisation": "Circle", "seen": "0"}  # fmt: skip
    answer = sign_in(member).post(path_of(inviting, member, page), typed)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "17:00 Geneva / 18:00 Damascus" in said
    assert "Kept words" in said
    assert Response.objects.count() == 0


def test_before_the_term_it_stands_on_the_page_in_both_clocks(inviting: Round, member: Person, sign_in: SignIn) -> None:
    type(member).objects.filter(pk=member.pk).update(time_zone="Europe/Zurich")
    page = sign_in(member).get(path_of(inviting, member)).content.decode()
    assert "17:00" in page
    assert "18:00" in page


def test_a_substitute_goes_from_the_proposal_to_an_invitation_of_their_own(
    inviting: Round, member: Person, team: Person, stranger: Person, sign_in: SignIn
) -> None:
    sign_in(member).post(path_of(inviting, member, "substitute/"), {"name": stranger.name, "contact": "Office"})
    browser, confirm = sign_in(team), path_of(inviting, member, "substitute/confirm/")
    page = browser.get(confirm).content.decode()
    assert f'value="{stranger.pk}" required' in page or f'value="{stranger.pk}"' in page
    answer = browser.post(confirm, {"person": str(stranger.pk)})
    instead = Invitation.objects.get(person=stranger)
    assert answer["Location"] == f"/en/invitations/{spell(instead.pk)}/"
    assert browser.get(confirm).status_code == 422
    assert browser.get(path_of(inviting, member)).status_code == 200
    assert sign_in(stranger).get(path_of(inviting, stranger)).status_code == 200


def test_the_team_refuses_a_substitute_with_words_for_whoever_proposed(
    inviting: Round, member: Person, team: Person, sign_in: SignIn
) -> None:
    sign_in(member).post(path_of(inviting, member, "substitute/"), {"name": "Nour", "contact": "Office"})
    refuse = path_of(inviting, member, "substitute/refuse/")
    assert sign_in(team).post(refuse, {"reply": ""}).status_code == 422
    assert sign_in(team).post(refuse, {"reply": "The list is full."}).status_code == 302
    assert "The list is full." in sign_in(member).get(path_of(inviting, member)).content.decode()


def test_a_question_is_asked_answered_and_read(
    inviting: Round, member: Person, contact: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    topic = inviting.topics.get()
    ask = path_of(inviting, member, "question/")
    assert str(topic.pk) in sign_in(member).get(f"{ask}?topic={topic.pk}").content.decode()
    assert sign_in(member).post(ask, {"topic": str(topic.pk), "text": " "}).status_code == 422
    sign_in(member).post(ask, {"topic": str(topic.pk), "text": "Who else speaks?"})
    question = Question.objects.get()
    answer = f"/en/questions/{spell(question.pk)}/answer/"
    assert sign_in(contact).post(answer, {"answer_en": "Two jurists.", "seen": "1"}).status_code == 302
    assert sign_in(contact).post(answer, {"answer_en": "Three.", "seen": "1"}).status_code == 409
    page = sign_in(shielded_member).get(f"/en/rounds/{spell(inviting.pk)}/questions/").content.decode()
    assert "Two jurists." in page
    assert member.name not in page


def test_a_joint_statement_is_begun_handed_on_and_joined(
    inviting: Round, member: Person, shielded_member: Person, sign_in: SignIn
) -> None:
    begin = {"text_en": "We cannot come.", "organisation": "Olive", "may_be_named": "on", "is_public": "on"}
    answer = sign_in(member).post(path_of(inviting, member, "joint/"), begin)
    joint = JointDecline.objects.get()
    path = f"/en/joint/{spell(joint.code)}/"
    assert answer["Location"] == path
    assert f"http://testserver{path}" in sign_in(member).get(path).content.decode()
    other = sign_in(shielded_member)
    assert "We cannot come." in other.get(path).content.decode()
    assert other.post(path, {"organisation": ""}).status_code == 422
    assert other.post(path, {"organisation": "Cedar"}).status_code == 302
    assert invitation_to(inviting, shielded_member).state == "declined"
    assert other.post(f"{path}wish/", {"is_public": "no"}).status_code == 403
    assert sign_in(member).post(f"{path}wish/", {"is_public": "no"}).status_code == 302
    assert not JointDecline.objects.get().is_public


def test_letter_and_sending_on_the_pages(clock: Traveller, member: Person, team: Person, sign_in: SignIn) -> None:
    made = prepared_round([member])
    browser, path = sign_in(team), f"/en/rounds/{spell(made.pk)}/"
    typed: dict[str, Any] = {"text_en": "Please come.", "text_ar": "", "day": "2026-06-20", "hour": "18:00"}
    assert browser.post(f"{path}letter/", {**typed, "seen": "0", "day": "2026-07-20"}).status_code == 422
    assert browser.post(f"{path}letter/", {**typed, "seen": "0"}).status_code == 302
    assert Letter.objects.get().answer_by == TERM
    assert browser.post(f"{path}invitations/send/").status_code == 422
    answer = browser.post(f"{path}letter/", {**typed, "text_ar": "أخرى", "seen": "0", "once": "x"})
    assert answer.status_code == 409
    assert browser.post(f"{path}letter/", {**typed, "text_ar": "تعالوا", "seen": "1"}).status_code == 302
    sent = browser.post(f"{path}invitations/send/", follow=True)
    assert "1 invitation has gone out." in sent.content.decode()
    assert invitation_to(made, member).state == "sent"
    assert browser.get(f"{path}letter/").status_code == 200
    assert browser.post(f"{path}letter/", {"reason_en": "Later", "seen": "3"}).status_code == 302


def test_terms_needs_and_withdrawal_on_the_pages(
    inviting: Round, member: Person, shielded_member: Person, team: Person, sign_in: SignIn
) -> None:
    need = accepted_by(inviting, member, ("visa", "")).support_requests.get()
    browser, path = sign_in(team), f"/en/rounds/{spell(inviting.pk)}/"
    assert browser.post(f"{path}letter/term/", {"day": "2026-06-19", "hour": "18:00"}).status_code == 422
    assert browser.post(f"{path}letter/term/", {"day": "2026-06-21", "hour": "18:00"}).status_code == 302
    one = path_of(inviting, shielded_member)
    assert browser.post(f"{one}term/", {"day": "2026-06-22", "hour": "18:00"}).status_code == 302
    assert invitation_to(inviting, shielded_member).term == TERM + timedelta(days=2)
    settle = f"/en/needs/{spell(need.pk)}/"
    assert browser.post(settle, {"outcome": "arranged", "answer": "On Monday", "seen": "1"}).status_code == 302
    assert browser.post(settle, {"outcome": "not_possible", "seen": "1"}).status_code == 409
    assert "On Monday" in sign_in(member).get(path_of(inviting, member)).content.decode()
    assert browser.post(f"{one}remind/").status_code == 302
    assert browser.post(f"{one}withdraw/").status_code == 302
    assert "withdrawn" in sign_in(shielded_member).get(one).content.decode()


def test_the_list_goes_along_filtered_and_without_formulas(
    clock: Traveller, member: Person, team: Person, sign_in: SignIn
) -> None:
    from tests.factories.invitations import invited_round

    dangerous = make_person("=1+1", "member", organisation="@SUM(A1)")
    made = invited_round([member, dangerous])
    actions.decline(
        actor=actor_of(dangerous), invitation=invitation_to(made, dangerous), reason=words("-2+3 is no reason")
    )
    permitted(TAKE_LIST, made, team)
    browser, path = sign_in(team), f"/en/rounds/{spell(made.pk)}/invitations/list"
    rows = list(csv.reader(io.StringIO(browser.get(f"{path}.csv").content.decode("utf-8-sig"))))
    assert len(rows) == 3
    (row,) = [row for row in rows if "1+1" in row[0]]
    assert (row[0], row[1], row[6]) == ("'=1+1", "'@SUM(A1)", "'-2+3 is no reason")
    filtered = browser.get(f"{path}.csv?state=sent").content.decode("utf-8-sig")
    assert member.name in filtered
    assert "1+1" not in filtered
    assert browser.get(f"{path}.xlsx").content.startswith(b"PK")


ZONES = [
    ("Asia/Beirut", date(2026, 3, 29), "00:30", None),  # the hour does not exist
    ("Asia/Beirut", date(2026, 10, 24), "23:30", "twice"),
    ("Europe/Zurich", date(2026, 3, 29), "02:30", None),
    ("Europe/Zurich", date(2026, 10, 25), "02:30", "twice"),
    ("Asia/Damascus", date(2026, 3, 27), "00:30", datetime(2026, 3, 26, 21, 30, tzinfo=UTC)),  # no change any more
    ("Asia/Damascus", date(2026, 10, 30), "00:30", datetime(2026, 10, 29, 21, 30, tzinfo=UTC)),
]


@pytest.mark.parametrize(("zone", "day", "hour", "found"), ZONES)
def test_a_term_typed_at_the_hour_when_clocks_change_is_one_instant_or_is_asked_about(
    zone: str, day: date, hour: str, found: datetime | str | None
) -> None:
    made = Round(time_zone=zone)
    form = TermForm({"day": day.isoformat(), "hour": hour}, round=made)
    if isinstance(found, datetime):
        assert form.is_valid()
        assert form.cleaned_data == {"answer_by": found}
        return
    assert not form.is_valid()
    assert form.asks_which == (found == "twice")
    if found:
        terms = []
        for which in ("first", "second"):
            chosen = TermForm({"day": day.isoformat(), "hour": hour, "which": which}, round=made)
            assert chosen.is_valid()
            terms.append(chosen.cleaned_data["answer_by"])
        assert terms[1] - terms[0] == timedelta(hours=1)
        assert TermForm.values_of(terms[1], zone)["which"] == "second"
