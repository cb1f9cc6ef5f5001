"""Every step of the lives of a group, a candidate and a seat, allowed and refused, by the actions themselves."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from supportroom.groups import actions
from supportroom.groups.actions import Choice
from supportroom.groups.lifecycle import CANDIDATE, GROUP, SEAT
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.queries import candidates_of, is_of_group, seats_of
from supportroom.groups.vocabulary import AT_WORK, CANDIDATES, NOT_APPOINTED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from tests.factories.groups import a_group_at_work, holders, opened_group, seat_actor, stands
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words

WHY = words("Because")


def appointed_now(group: WorkingGroup) -> None:
    choices = [Choice(candidate, WHY) for candidate in candidates_of(group)]
    actions.appoint(actor=SYSTEM, group=group, choices=choices, spread_reason=WHY)


def until() -> Any:
    return now() + timedelta(days=3)


GROUP_STEPS: dict[str, Callable[[WorkingGroup], Any]] = {
    "open": lambda group: actions.open_group(actor=SYSTEM, group=group, candidates_until=until()),
    "turn_down": lambda group: actions.turn_down_group(actor=SYSTEM, group=group, reason=WHY),
    "appoint": appointed_now,
    "close": lambda group: actions.close_group(actor=SYSTEM, group=group, reason=WHY),
    "give_up": lambda group: actions.give_up_group(actor=SYSTEM, group=group, reason=WHY),
}


def takes_or_refuses(allowed: bool, step: Callable[[], Any]) -> None:  # noqa: FBT001
    if allowed:
        step()
        return
    with pytest.raises(DomainError) as caught:
        step()
    assert caught.value.code == "kernel.not_now"


@pytest.mark.parametrize("state", GROUP.states)
@pytest.mark.parametrize("verb", GROUP.verbs)
def test_a_group_takes_the_steps_of_its_table_and_no_other(state: str, verb: str, room: None) -> None:
    group = opened_group()
    for number in range(3):
        stands(group, make_person(f"Stands-Invented {number}", "member"))
    WorkingGroup.objects.filter(pk=group.pk).update(state=state)
    group.refresh_from_db()
    allowed = GROUP.allows(state, verb)
    takes_or_refuses(allowed, lambda: GROUP_STEPS[verb](group))
    group.refresh_from_db()
    assert group.state == (GROUP.step(state, verb).target if allowed else state)


@pytest.mark.parametrize("state", CANDIDATE.states)
@pytest.mark.parametrize("verb", ["withdraw", "stand_again", "appoint", "pass_over"])
def test_a_candidate_takes_the_steps_of_their_table(state: str, verb: str, member: Person) -> None:
    group = opened_group()
    candidate = stands(group, member)
    for number in range(4):
        stands(group, make_person(f"Stands-Invented {number}", "member"))
    Candidate.objects.filter(pk=candidate.pk).update(state=state)
    candidate.refresh_from_db()
    others = [each for each in candidates_of(group) if each.pk != candidate.pk][:3]
    chosen = {"appoint": [*others, candidate], "pass_over": others}
    steps: dict[str, Callable[[], Any]] = {
        "withdraw": lambda: actions.withdraw_candidacy(actor=actor_of(member), candidate=candidate),
        "stand_again": lambda: stands(group, member),
        "appoint": lambda: _appointed(group, chosen["appoint"]),
        "pass_over": lambda: _appointed(group, chosen["pass_over"]),
    }
    allowed = CANDIDATE.allows(state, verb)
    if verb == "appoint" and not allowed:
        with pytest.raises(DomainError, match=r"groups\.not_a_candidate"):
            steps[verb]()
    elif verb in ("stand_again", "pass_over"):
        steps[verb]()  # who does not wait to be passed over, or stands already, stays as they are
    else:
        takes_or_refuses(allowed, steps[verb])
    candidate.refresh_from_db()
    assert candidate.state == (CANDIDATE.step(state, verb).target if allowed else state)


def _appointed(group: WorkingGroup, chosen: list[Candidate]) -> None:
    choices = [Choice(each, WHY, WHY) for each in chosen]
    passed = {each.pk: WHY for each in candidates_of(group)}
    actions.appoint(actor=SYSTEM, group=group, choices=choices, passed_over=passed, spread_reason=WHY)


@pytest.mark.parametrize("state", SEAT.states)
def test_a_seat_is_given_up_once(state: str, at_work: WorkingGroup) -> None:
    seat = seats_of(at_work)[0]
    actor = actor_of(seat.person)
    Seat.objects.filter(pk=seat.pk).update(state=state)
    seat.refresh_from_db()
    takes_or_refuses(SEAT.allows(state, "give_up"), lambda: actions.resign(actor=actor, seat=seat))
    assert Seat.objects.get(pk=seat.pk).state == "given_up"


@pytest.mark.parametrize("state", [state for state in CANDIDATE.states if state != "appointed"])
def test_only_who_was_appointed_resigns_as_a_candidate(state: str) -> None:
    assert not CANDIDATE.allows(state, "resign")


def test_three_who_stood_are_appointed_and_work(at_work: WorkingGroup) -> None:
    assert at_work.state == AT_WORK
    assert [seat.number for seat in seats_of(at_work)] == [1, 2, 3]
    assert len(holders(at_work)) == 3
    assert is_of_group(seat_actor(at_work, 2), at_work)


def test_somebody_passed_over_takes_their_candidacy_back_afterwards(member: Person) -> None:
    group = opened_group()
    own = stands(group, member, years=0, works="")
    for number in range(3):
        stands(group, make_person(f"Stands-Invented {number}", "member"))
    assert group.state == CANDIDATES
    _appointed(group, [each for each in candidates_of(group) if each.pk != own.pk])
    own.refresh_from_db()
    assert own.state == NOT_APPOINTED
    actions.withdraw_candidacy(actor=actor_of(member), candidate=own)
    assert a_group_at_work().pk != group.pk
