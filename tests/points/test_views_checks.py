"""A check from the page: opened, answered, changed, closed, confirmed."""

import pytest
from django.http import HttpResponse

from supportroom.people.models import Person
from supportroom.points.models import Check, CheckItem, Position
from supportroom.rounds.models import Session
from tests.factories.points import answered, asked, closed, only_item, raised
from tests.points.pages import key, place, signed_in, words_of


def give(session: Session, person: Person, check: Check, **typed: str) -> HttpResponse:
    item = key(only_item(check))
    form = {"check": key(check), **{f"{name}-{item}": value for name, value in typed.items()}}
    return signed_in(person).post(place(session, "answers/"), form)


def test_the_facilitator_asks_about_the_points_that_are_ticked(session: Session, facilitator: Person) -> None:
    points = [raised(session, text=f"Point {number}") for number in range(3)]
    form = {"point": [key(points[0]), key(points[2])]}
    assert signed_in(facilitator).post(place(session, "checks/"), form).status_code == 302
    assert [item.point for item in CheckItem.objects.all()] == [points[0], points[2]]


def test_without_ticks_the_point_in_focus_is_asked_about(session: Session, facilitator: Person) -> None:
    browser, point = signed_in(facilitator), raised(session)
    browser.post(place(session, "focus/"), {"point": key(point)})
    browser.post(place(session, "checks/"))
    assert CheckItem.objects.get().point == point


def test_a_second_check_is_refused_and_the_ticks_stay(session: Session, facilitator: Person) -> None:
    asked(session)
    other = raised(session, text="Another")
    answer = signed_in(facilitator).post(place(session, "checks/"), {"point": key(other)})
    assert answer.status_code == 422
    assert f'value="{key(other)}" checked' in answer.content.decode()


def test_each_answer_is_explained_and_can_be_changed_until_the_close(session: Session, member: Person) -> None:
    check = asked(session)
    page = words_of(signed_in(member).get(place(session)))
    assert "I do not take part in this decision and do not stop it." in page
    assert give(session, member, check, choice="support").status_code == 302
    assert give(session, member, check, choice="live_with").status_code == 302
    assert [position.choice for position in Position.objects.all()] == ["live_with"]
    page = signed_in(member).get(place(session)).content.decode()
    assert 'value="live_with" checked' in page
    assert "Your answer is kept" in page


def test_what_was_typed_is_still_there_when_the_reason_is_missing_or_too_long(session: Session, member: Person) -> None:
    check = asked(session)
    refused = give(session, member, check, choice="cannot_accept")
    assert refused.status_code == 422
    assert "Say why you cannot accept it" in words_of(refused)
    assert 'value="cannot_accept" checked' in refused.content.decode()
    long = "a" * 2001
    assert long in give(session, member, check, choice="cannot_accept", reason=long).content.decode()


def test_an_answer_after_the_close_is_not_counted_and_its_words_are_given_back(
    session: Session, member: Person
) -> None:
    check = asked(session)
    closed(check)
    late = give(session, member, check, choice="cannot_accept", reason="It leaves out the camps")
    assert late.status_code == 422
    assert "This check is closed" in words_of(late)
    assert "It leaves out the camps" in late.content.decode()
    assert not Position.objects.exists()


def test_nothing_chosen_is_said(session: Session, member: Person) -> None:
    assert "Choose an answer first." in words_of(give(session, member, asked(session)))


def test_nobody_sees_a_tally_before_the_close_and_everybody_after(
    session: Session, member: Person, facilitator: Person
) -> None:
    check = answered(asked(session), ["support"] * 6)
    for person in (member, facilitator):
        assert b'class="tally"' not in signed_in(person).get(place(session)).content
    browser = signed_in(facilitator)
    assert browser.post(place(session, "checks/close/"), {"check": key(check), "present": "7"}).status_code == 302
    words = words_of(signed_in(member).get(place(session)))
    assert "Nobody cannot accept it." in words
    assert "The facilitator confirms this" in words


def test_the_facilitator_confirms_what_the_rule_says(session: Session, facilitator: Person) -> None:
    check = closed(answered(asked(session)))
    item = only_item(check)
    form = {"outcome": f"{key(item)}:agreed"}
    assert signed_in(facilitator).post(place(session, "outcomes/"), form).status_code == 302
    item.refresh_from_db()
    assert item.outcome == "agreed"


def test_all_that_the_rule_says_are_agreed_are_confirmed_at_once(session: Session, facilitator: Person) -> None:
    check = asked(session, raised(session, text="One"), raised(session, text="Two"))
    closed(answered(check))
    assert signed_in(facilitator).post(place(session, "outcomes/"), {"all": key(check)}).status_code == 302
    assert set(CheckItem.objects.values_list("outcome", flat=True)) == {"agreed"}


def test_further_discussion_takes_a_word_and_the_word_stays_when_it_is_refused(
    session: Session, facilitator: Person
) -> None:
    item = only_item(closed(answered(asked(session))))
    browser, form = signed_in(facilitator), {"outcome": f"{key(item)}:remaining"}
    assert browser.post(place(session, "outcomes/"), form).status_code == 422
    long = {**form, f"word-{key(item)}": "a" * 501}
    assert "a" * 501 in browser.post(place(session, "outcomes/"), long).content.decode()
    assert browser.post(place(session, "outcomes/"), {**form, f"word-{key(item)}": "Divided"}).status_code == 302


@pytest.mark.parametrize("part", ["checks/close/", "answers/"])
def test_a_check_of_another_session_is_not_there(session: Session, facilitator: Person, part: str) -> None:
    check = asked(session)
    assert signed_in(facilitator).post(place(session, part), {"check": key(check)[::-1]}).status_code == 404
    assert signed_in(facilitator).post(place(session, part), {"check": "?"}).status_code == 404


def test_the_script_is_answered_without_a_page(session: Session, member: Person) -> None:
    check = asked(session)
    form = {"check": key(check), f"choice-{key(only_item(check))}": "support"}
    answer = signed_in(member).post(place(session, "answers/"), form, headers={"X-Live": "1"})
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_form_sent_twice_counts_once(session: Session, member: Person) -> None:
    check = asked(session)
    form = {"check": key(check), f"choice-{key(only_item(check))}": "support", "once": "the same key"}
    browser = signed_in(member)
    assert [browser.post(place(session, "answers/"), form).status_code for _time in range(2)] == [302, 302]
    assert Position.objects.count() == 1
