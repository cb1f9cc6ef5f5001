"""Asking, answering, counting, taking back."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from supportroom.checks import hearing
from supportroom.checks.actions import answer, count_check, withdraw_members_check
from supportroom.checks.counting import at_count, at_withdrawal, count_what_is_over, settle_if_over
from supportroom.checks.ending import finish_interrupted
from supportroom.checks.lifecycle import CHECK
from supportroom.checks.models import CheckAnswer, MembersCheck, RollEntry
from supportroom.checks.queries import check_about, my_answer, waiting_for
from supportroom.checks.showing import shown
from supportroom.checks.vocabulary import COUNTED, OPEN, WITHDRAWN
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.actions import give_role, take_role
from supportroom.people.models import Person
from supportroom.protection.handles import has_key
from supportroom.room.models import Room
from tests.factories.checks import answered, asked, over
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words


@pytest.fixture(autouse=True)
def own_hearing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a test hands in end with it."""
    for name in ("_at_count", "_at_withdrawal", "_leads_to"):
        monkeypatch.setattr(hearing, name, {})


def refusal(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def test_rule_and_roll_stand_still_from_the_opening(room: Room, five: list[Person]) -> None:
    check = asked()
    assert (check.majority_percent, check.quorum_percent, check.roll) == (50, 20, 5)
    assert check.closes_at - check.opens_at == timedelta(days=7)
    assert has_key(check.pk)
    late = make_person("Came Later-Invented", "member")
    with pytest.raises(Denied):
        answer(actor=actor_of(late), members_check=check, choice="for")


def test_a_check_lasts_one_to_thirty_days(five: list[Person], clock: Any) -> None:
    moment = now()
    for days in (timedelta(hours=23), timedelta(days=31)):
        assert refusal(asked, closes_at=moment + days) == "checks.days"
    assert asked(closes_at=moment + timedelta(days=1)).state == OPEN


def test_members_are_asked_about_a_thing_once_at_a_time(five: list[Person]) -> None:
    asked()
    assert refusal(asked) == "checks.open_already"


def test_a_room_without_members_cannot_be_asked(room: Room) -> None:
    assert refusal(asked) == "checks.no_members"


def test_the_last_answer_before_the_close_counts(five: list[Person], clock: Any) -> None:
    check = answered(asked(), for_=five[:3], against=five[3:])
    answered(check, against=[five[0]], abstain=[five[1]])
    assert my_answer(actor_of(five[0]), check) == "against"
    counted = over(check, clock)
    assert counted.tally == {"for": 1, "against": 3, "abstain": 1}
    assert counted.is_agreed is False


def test_nothing_is_shown_before_the_close(five: list[Person], clock: Any) -> None:
    check = answered(asked(), for_=five[:2])
    seen = shown(actor_of(five[0]), check)
    assert seen.stage == "open"
    assert not seen.reasons
    assert all(count == 0 for _choice, _word, count in seen.counts)
    clock.move_to(check.closes_at)
    seen = shown(actor_of(five[0]), check)
    assert (seen.stage, seen.can_answer) == ("over", False)
    assert not seen.reasons


@pytest.mark.django_db(transaction=True)
def test_the_count_destroys_what_could_tell_who_answered_what(five: list[Person], clock: Any) -> None:
    check = answered(asked(), for_=five[:4])
    counted = over(check, clock)
    assert counted.state == COUNTED
    assert counted.is_agreed
    assert not has_key(check.pk)
    assert not CheckAnswer.objects.exists()
    assert not RollEntry.objects.exists()
    assert my_answer(actor_of(five[0]), counted) == ""


def test_the_journal_knows_neither_who_answered_nor_when(five: list[Person], clock: Any) -> None:
    check = asked()
    for person in five:
        clock.shift(3600)
        answered(check, for_=[person])
    entries = Entry.objects.filter(action="checks.answer")
    assert {(entry.actor, entry.at, str(entry.facts)) for entry in entries} == {("unnamed", check.opens_at, "{}")}


def test_answers_are_taken_to_the_last_microsecond(five: list[Person], clock: Any) -> None:
    check = asked()
    clock.move_to(check.closes_at - timedelta(microseconds=1))
    answered(check, for_=[five[0]])
    clock.move_to(check.closes_at)
    assert refusal(answered, check=check, for_=[five[1]]) == "checks.over"
    assert settle_if_over(check).tally["for"] == 1


def test_the_clock_set_back_reopens_nothing(five: list[Person], clock: Any) -> None:
    check = over(answered(asked(), for_=[five[0]]), clock)
    clock.move_to(check.opens_at + timedelta(days=1))
    assert refusal(answered, check=check, against=[five[1]]) == "checks.over"


def test_a_check_is_counted_once(five: list[Person], clock: Any) -> None:
    heard: list[bool | None] = []
    at_count("open_group", lambda check: heard.append(check.is_agreed))
    check = answered(asked(), for_=five)
    assert refusal(count_check, actor=SYSTEM, members_check=check) == "checks.not_over"
    clock.move_to(check.closes_at)
    stale = MembersCheck.objects.get(pk=check.pk)
    assert count_what_is_over() == 1
    assert count_what_is_over() == 0
    assert settle_if_over(stale).state == COUNTED
    assert refusal(count_check, actor=SYSTEM, members_check=check) == "kernel.not_now"
    assert heard == [True]


def test_a_count_without_its_consequence_cannot_be(five: list[Person], clock: Any) -> None:
    def fails(check: MembersCheck) -> None:
        raise DomainError("tests.refused")

    at_count("open_group", fails)
    check = answered(asked(), for_=five)
    clock.move_to(check.closes_at)
    assert refusal(settle_if_over, check=check) == "tests.refused"
    check.refresh_from_db()
    assert check.state == OPEN
    assert CheckAnswer.objects.count() == 5
    assert has_key(check.pk)


def test_keys_that_a_killed_server_left_are_destroyed_later(five: list[Person], clock: Any) -> None:
    check = over(answered(asked(), for_=five), clock)
    left = has_key(check.pk)
    assert finish_interrupted() == int(left)
    assert not has_key(check.pk)
    assert finish_interrupted() == 0


def test_who_is_no_member_any_more_cannot_answer_and_what_they_said_stays(five: list[Person], clock: Any) -> None:
    check = answered(asked(), for_=five[:2])
    for person in five[:2]:
        take_role(actor=SYSTEM, person=person, role="member")
    with pytest.raises(Denied):
        answered(check, against=[Person.objects.get(pk=five[0].pk)])
    give_role(actor=SYSTEM, person=Person.objects.get(pk=five[0].pk), role="member")
    answered(check, against=[five[0]])
    assert over(check, clock).tally == {"for": 1, "against": 1, "abstain": 0}


def test_a_check_is_taken_back_only_where_who_asked_can_go_on(five: list[Person], team: Person) -> None:
    heard: list[int] = []
    check = answered(asked(), for_=five)
    asked_for = {"actor": actor_of(team), "members_check": check}
    assert refusal(withdraw_members_check, **asked_for, reason=words("A mistake")) == "checks.stays"
    at_withdrawal("open_group", lambda gone: heard.append(gone.pk))
    assert refusal(withdraw_members_check, **asked_for, reason=words("")) == "checks.reason_missing"
    withdraw_members_check(**asked_for, reason=words("A mistake in the question"))
    assert check.state == WITHDRAWN
    assert heard == [check.pk]
    assert not check.tally
    assert not CheckAnswer.objects.exists()
    assert asked().pk == check_about("tests.thing:1").pk  # type: ignore[union-attr]


def test_a_check_that_is_over_is_counted_and_not_taken_back(five: list[Person], team: Person, clock: Any) -> None:
    at_withdrawal("open_group", lambda _gone: None)
    check = asked()
    clock.move_to(check.closes_at)
    given = {"actor": actor_of(team), "members_check": check, "reason": words("No")}
    assert refusal(withdraw_members_check, **given) == "checks.over"


def test_what_waits_for_a_member_is_what_they_have_not_answered(five: list[Person], clock: Any) -> None:
    one, two = asked(), asked(subject="tests.thing:2")
    answered(one, for_=[five[0]])
    assert waiting_for(actor_of(five[0])) == [two]
    assert len(waiting_for(actor_of(five[1]))) == 2
    clock.move_to(two.closes_at)
    assert waiting_for(actor_of(five[1])) == []


def test_only_the_three_choices_are_taken(five: list[Person]) -> None:
    given = {"actor": actor_of(five[0]), "members_check": asked(), "choice": "maybe"}
    assert refusal(answer, **given) == "checks.no_choice"


@pytest.mark.parametrize("state", CHECK.states)
@pytest.mark.parametrize("verb", CHECK.verbs)
def test_every_pair_of_state_and_verb(five: list[Person], team: Person, clock: Any, state: str, verb: str) -> None:
    at_withdrawal("open_group", lambda _gone: None)
    check = asked()
    if state == WITHDRAWN:
        withdraw_members_check(actor=actor_of(team), members_check=check, reason=words("No"))
    if state == COUNTED or verb == "count":
        clock.move_to(check.closes_at)
    if state == COUNTED:
        settle_if_over(check)
    act = {
        "count": lambda: count_check(actor=SYSTEM, members_check=check),
        "withdraw": lambda: withdraw_members_check(actor=actor_of(team), members_check=check, reason=words("No")),
    }[verb]
    if CHECK.allows(state, verb):
        act()
        assert check.state == CHECK.step(state, verb).target
    else:
        with pytest.raises(DomainError) as caught:
            act()
        assert caught.value.code == "kernel.not_now"
        assert MembersCheck.objects.get(pk=check.pk).state == state


def test_keys_lie_beside_the_sessions_keys(five: list[Person]) -> None:
    check = asked()
    path = settings.SESSION_KEYS_DIR / f"{check.pk}.key"
    assert path.stat().st_mode & 0o777 == 0o600
