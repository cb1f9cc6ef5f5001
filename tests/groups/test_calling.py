"""A group called for, opened by the team or by the members, turned down, given up, closed."""

from datetime import timedelta
from typing import Any

import pytest

from supportroom.checks.actions import answer, withdraw_members_check
from supportroom.checks.counting import count_what_is_over
from supportroom.checks.models import MembersCheck
from supportroom.groups.actions import (
    ask_members,
    call_group,
    close_group,
    end_candidates,
    give_up_group,
    open_group,
    reword_group,
    take_candidates,
    translate_group,
    turn_down_group,
)
from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import CANDIDATES, MEMBERS_OPENED, NOT_OPENED, TEAM_OPENED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from tests.factories.groups import called_group
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def refusal(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def two_weeks() -> Any:
    return now() + timedelta(days=14)


def test_seats_keep_to_the_charter(member: Person) -> None:
    given = {"actor": actor_of(member), "title": words("Relief"), "task": words("Who gets what?")}
    for seats in (2, 6):
        assert refusal(call_group, **given, seats_wanted=seats) == "groups.seats"
    assert call_group(**given).seats_wanted == 5
    assert call_group(**given, seats_wanted=3).called_by_id == member.pk


def test_the_team_opens_until_a_moment_to_come(called: WorkingGroup, team: Person) -> None:
    given = {"actor": actor_of(team), "group": called}
    assert refusal(open_group, **given, candidates_until=now()) == "groups.until_past"
    open_group(**given, candidates_until=two_weeks())
    assert (called.state, called.opened_by) == (CANDIDATES, TEAM_OPENED)
    assert refusal(open_group, **given, candidates_until=two_weeks()) == "kernel.not_now"


def test_a_call_is_turned_down_with_a_reason_and_can_be_opened_all_the_same(called: WorkingGroup, team: Person) -> None:
    given = {"actor": actor_of(team), "group": called}
    assert refusal(turn_down_group, **given, reason=words("")) == "groups.reason_missing"
    turn_down_group(**given, reason=words("The round takes this up."))
    assert called.state == NOT_OPENED
    open_group(**given, candidates_until=two_weeks())
    assert (called.state, bool(called.reason)) == (CANDIDATES, False)


def decided(group: WorkingGroup, clock: Any, **answers: list[Person]) -> WorkingGroup:
    check = MembersCheck.objects.get(state="open")
    for choice, people in answers.items():
        for person in people:
            answer(actor=actor_of(person), members_check=check, choice=choice.rstrip("_"))
    clock.move_to(check.closes_at)
    assert count_what_is_over() == 1
    return WorkingGroup.objects.get(pk=group.pk)


def test_what_the_members_agree_to_is_opened_by_the_room(member: Person, team: Person, clock: Any) -> None:
    group = called_group(member)
    check = ask_members(actor=actor_of(member), group=group)
    assert set(check.question.texts) == {"ar", "en"}
    team_actor = actor_of(team)
    assert refusal(open_group, actor=team_actor, group=group, candidates_until=two_weeks()) == "groups.members_asked"
    assert refusal(turn_down_group, actor=team_actor, group=group, reason=words("No")) == "groups.members_asked"
    assert refusal(ask_members, actor=team_actor, group=group) == "checks.open_already"
    group = decided(group, clock, for_=[member])
    assert (group.state, group.opened_by) == (CANDIDATES, MEMBERS_OPENED)
    assert group.candidates_until == now() + timedelta(days=14)


def test_what_the_members_do_not_agree_to_is_not_opened_and_the_team_alone_asks_again(
    member: Person, team: Person, clock: Any
) -> None:
    group = called_group(member)
    ask_members(actor=actor_of(member), group=group)
    group = decided(group, clock, against=[member])
    assert group.state == NOT_OPENED
    assert set(group.reason.texts) == {"ar", "en"}
    assert refusal(ask_members, actor=actor_of(member), group=group) == "groups.members_said"
    assert ask_members(actor=actor_of(team), group=group).state == "open"


def test_who_called_asks_the_members_where_the_team_turned_it_down(member: Person, stranger: Person) -> None:
    group = called_group(member)
    turn_down_group(actor=SYSTEM, group=group, reason=words("Not now"))
    with pytest.raises(Denied):
        ask_members(actor=actor_of(stranger), group=group)
    assert ask_members(actor=actor_of(member), group=group).state == "open"


def test_a_question_taken_back_leaves_the_group_called_for(member: Person, team: Person) -> None:
    group = called_group(member)
    check = ask_members(actor=actor_of(member), group=group)
    withdraw_members_check(actor=actor_of(team), members_check=check, reason=words("Asked too early"))
    group.refresh_from_db()
    assert group.state == "called"
    open_group(actor=actor_of(team), group=group, candidates_until=two_weeks())


def test_the_time_to_stand_is_moved_and_ended(opened: WorkingGroup, team: Person, clock: Any) -> None:
    given = {"actor": actor_of(team), "group": opened}
    later = two_weeks() + timedelta(days=7)
    take_candidates(**given, candidates_until=later)
    assert opened.candidates_until == later
    assert refusal(take_candidates, **given, candidates_until=now()) == "groups.until_past"
    end_candidates(**given)
    assert not opened.takes_candidates(now())
    assert refusal(end_candidates, **given) == "groups.not_open_to_candidates"
    take_candidates(**given, candidates_until=later)
    assert opened.takes_candidates(now())


def test_candidates_are_taken_for_a_group_at_work_only_where_a_seat_is_vacant(at_work: WorkingGroup) -> None:
    given = {"actor": SYSTEM, "group": at_work, "candidates_until": two_weeks()}
    assert refusal(take_candidates, **given) == "groups.no_vacancy"


def test_candidates_are_not_taken_for_a_group_that_is_not_open(called: WorkingGroup) -> None:
    given = {"actor": SYSTEM, "group": called, "candidates_until": two_weeks()}
    assert refusal(take_candidates, **given) == "kernel.not_now"


def test_ends_have_a_reason(opened: WorkingGroup, at_work: WorkingGroup) -> None:
    for act, group in ((give_up_group, opened), (close_group, at_work)):
        assert refusal(act, actor=SYSTEM, group=group, reason=words("")) == "groups.reason_missing"
        act(actor=SYSTEM, group=group, reason=words("Done"))
        assert group.closed_on == now().date()


def test_words_are_changed_by_who_saw_them_last(called: WorkingGroup, at_work: WorkingGroup, team: Person) -> None:
    given = {"actor": actor_of(team), "title": words("Civic space and law"), "task": words("New")}
    reword_group(**given, group=called, seats_wanted=4, seen=called.version)
    assert called.seats_wanted == 4
    assert "law" in called.search_text
    with pytest.raises(Stale):
        reword_group(**given, group=called, seen=1)
    assert refusal(reword_group, **given, group=called, seats_wanted=9) == "groups.seats"
    reword_group(**given, group=at_work, seats_wanted=3)
    assert at_work.seats_wanted == 5


def test_translations_leave_the_original_alone(called: WorkingGroup, interpreter: Person) -> None:
    given = {"actor": actor_of(interpreter), "group": called}
    translate_group(**given, title=called.title.reworded("ar", "الفضاء المدني"))
    assert called.title.state("ar") == "current"
    assert refusal(translate_group, **given, title=words("Other")) == "groups.translations_only"


def test_who_called_for_a_group_rewords_it_until_it_is_opened(member: Person) -> None:
    group = called_group(member)
    given = {"actor": actor_of(member), "title": words("Civic"), "task": words("New")}
    reword_group(**given, group=group)
    open_group(actor=SYSTEM, group=group, candidates_until=two_weeks())
    with pytest.raises(Denied):
        reword_group(**given, group=group)


def test_what_the_members_said_is_done_before_the_team_can_turn_it_down(
    member: Person, team: Person, clock: Any
) -> None:
    group = called_group(member)
    check = ask_members(actor=actor_of(member), group=group)
    answer(actor=actor_of(member), members_check=check, choice="for")
    clock.move_to(check.closes_at)
    assert refusal(turn_down_group, actor=actor_of(team), group=group, reason=words("No")) == "kernel.not_now"
    assert count_what_is_over() == 1
    group.refresh_from_db()
    assert group.state == CANDIDATES
