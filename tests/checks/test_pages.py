"""The page of a members' check: asked, answered, refused, counted, taken back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.checks import hearing
from supportroom.checks.counting import at_withdrawal
from supportroom.checks.models import CheckAnswer, MembersCheck
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.checks import answered, asked, over
from tests.factories.personas import make_person

SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def own_hearing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a test hands in end with it."""
    for name in ("_at_count", "_at_withdrawal", "_leads_to"):
        monkeypatch.setattr(hearing, name, {})


def here(check: MembersCheck, language: str = "en", rest: str = "") -> str:
    return f"/{language}/checks/{spell(check.pk)}/{rest}"


def said(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_stage_is_read_in_each_language(
    language: str, five: list[Person], team: Person, sign_in: SignIn, clock: Any
) -> None:
    at_withdrawal("open_group", lambda _check: None)
    check = answered(asked(), for_=five[:3])
    for person in (five[0], five[4], team):
        assert sign_in(person).get(here(check, language)).status_code == 200
    clock.move_to(check.closes_at)
    assert sign_in(team).get(here(check, language)).status_code == 200
    assert sign_in(five[4]).get(here(over(check, clock), language)).status_code == 200


def test_all_three_choices_stand_there_with_a_sentence_each(five: list[Person], sign_in: SignIn) -> None:
    page = said(sign_in(five[0]).get(here(asked())))
    for sentence in ("You agree with what is asked.", "You do not agree with what is asked.", "on neither side"):
        assert sentence in page
    assert page.count('type="radio"') == 3


def test_an_answer_is_kept_and_changed(five: list[Person], sign_in: SignIn) -> None:
    check = asked()
    browser = sign_in(five[0])
    assert browser.post(here(check, rest="answer/"), {"choice": "for"}).status_code == 302
    assert "You answered: For." in said(browser.get(here(check)))
    assert browser.post(here(check, rest="answer/"), {"choice": "abstain"}).status_code == 302
    assert "You answered: Abstain." in said(browser.get(here(check)))
    assert CheckAnswer.objects.count() == 1


def test_s20_no_answer_before_the_close_shows_on_anybodys_page(
    five: list[Person], team: Person, sign_in: SignIn
) -> None:
    before = {person.pk: _stripped(sign_in(person).get(here(asked_check)))
              for asked_check in [asked()] for person in (five[1], team)}  # fmt: skip
    check = MembersCheck.objects.get()
    answered(check, against=[five[0]], for_=five[2:])
    for person in (five[1], team):
        assert _stripped(sign_in(person).get(here(check))) == before[person.pk]


def _stripped(answer: Any) -> list[str]:
    """Give the page without the keys that are fresh each time."""
    return [line for line in said(answer).splitlines() if 'name="once"' not in line and "csrf" not in line]


def test_an_answer_that_comes_late_is_refused_and_says_so(five: list[Person], sign_in: SignIn, clock: Any) -> None:
    check = asked()
    clock.move_to(check.closes_at - timedelta(microseconds=1))
    browser = sign_in(five[0])
    clock.move_to(check.closes_at)
    refused = browser.post(here(check, rest="answer/"), {"choice": "for"})
    assert refused.status_code == 422
    assert "is over" in said(refused)
    over(check, clock)
    assert browser.post(here(check, rest="answer/"), {"choice": "for"}).status_code == 422


def test_no_choice_is_no_answer(five: list[Person], sign_in: SignIn) -> None:
    check = asked()
    refused = sign_in(five[0]).post(here(check, rest="answer/"), {})
    assert refused.status_code == 422
    assert "Choose one of the three." in said(refused)


def test_the_outcome_is_read_with_its_reasons(five: list[Person], office: Person, sign_in: SignIn, clock: Any) -> None:
    check = over(answered(asked(), for_=five[:3], against=five[3:4]), clock)
    page = said(sign_in(office).get(here(check)))
    assert "75% of those for and against are for it; more than 50% were needed." in page
    assert "4 of 5 members answered; at least 1 were needed." in page
    assert 'type="radio"' not in page


def test_who_looks_on_and_visitors_read_nothing(five: list[Person], observer: Person, sign_in: SignIn) -> None:
    check = asked()
    assert sign_in(observer).get(here(check)).status_code == 404
    assert Client().get(here(check)).status_code == 302


def test_the_team_neither_answers_nor_sees_a_form_to(five: list[Person], team: Person, sign_in: SignIn) -> None:
    check = asked()
    browser = sign_in(team)
    assert 'type="radio"' not in said(browser.get(here(check)))
    assert browser.post(here(check, rest="answer/"), {"choice": "for"}).status_code == 403


def test_the_team_takes_a_question_back_with_a_reason(five: list[Person], team: Person, sign_in: SignIn) -> None:
    check = asked()
    browser = sign_in(team)
    assert "Take this question back" not in said(browser.get(here(check)))
    at_withdrawal("open_group", lambda _check: None)
    assert "Take this question back" in said(browser.get(here(check)))
    assert browser.post(here(check, rest="withdraw/"), {}).status_code == 422
    given = {"reason_en": "The question was wrong."}
    assert sign_in(five[0]).post(here(check, rest="withdraw/"), given).status_code == 403
    assert browser.post(here(check, rest="withdraw/"), given).status_code == 302
    assert "The question was wrong." in said(sign_in(five[0]).get(here(check)))


def test_the_page_asks_as_much_whoever_answered(five: list[Person], sign_in: SignIn) -> None:
    check = asked()
    counts = []
    for answering in ([], five[1:2], five[1:4]):
        answered(check, for_=answering)
        browser = sign_in(five[0])
        browser.get(here(check))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            browser.get(here(check))
        counts.append(len(queries))
    assert len(set(counts)) == 1


def test_who_became_a_member_later_reads_why_there_is_no_form(five: list[Person], sign_in: SignIn) -> None:
    check = asked()
    late = sign_in(make_person("Came Later-Invented", "member"))
    page = said(late.get(here(check)))
    assert "You became a member after the members were asked" in page
    assert 'type="radio"' not in page
    assert late.post(here(check, rest="answer/"), {"choice": "for"}).status_code == 403
