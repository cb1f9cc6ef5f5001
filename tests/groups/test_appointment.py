"""Standing, appointing, leaving and filling seats, by the actions."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.translation import override

from supportroom.groups.actions import (
    Choice,
    appoint,
    close_group,
    end_candidates,
    give_up_group,
    name_coordinator,
    open_group,
    replace,
    resign,
    stand,
    take_candidates,
    withdraw_candidacy,
)
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.proposing import proposal_for
from supportroom.groups.queries import (
    is_short,
    people_of,
    refuse_if_short,
    seat_of,
    seats_of,
    vacant_seats,
)
from supportroom.groups.showing import seat_lines
from supportroom.groups.vocabulary import APPOINTED, AT_WORK, NOT_APPOINTED, STANDING, WITHDRAWN
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.actions import set_profile, take_role
from supportroom.people.models import Person
from supportroom.protection.actions import give_consent
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from tests.factories.groups import PLACES, a_group_at_work, opened_group, seat_actor, stands
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import words

WHY = words("Knows the law of associations.")


def refusal(act: Any, **given: Any) -> str:
    with pytest.raises(DomainError) as caught:
        act(**given)
    return caught.value.code


def standing(group: WorkingGroup, number: int, *, place: str = "", years: int = 9) -> list[Candidate]:
    """Let this many people stand, each from a place of their own unless one is given."""
    people = [make_person(f"Candidate-Invented {at}", "member") for at in range(number)]
    return [
        stands(group, person, years=years, lives_in=place or PLACES[at % len(PLACES)])
        for at, person in enumerate(people)
    ]


def chosen(*candidates: Candidate) -> list[Choice]:
    return [Choice(candidate, WHY) for candidate in candidates]


def test_who_stands_says_it_again_otherwise_until_the_time_is_over(
    opened: WorkingGroup, member: Person, clock: Any
) -> None:
    first = stands(opened, member, years=2)
    again = stands(opened, member, years=7)
    assert (again.pk, again.years) == (first.pk, 7)
    clock.move_to(opened.candidates_until - timedelta(microseconds=1))
    stands(opened, member, years=8)
    clock.move_to(opened.candidates_until)
    given = {"actor": actor_of(member), "group": opened, "years": 9}
    assert refusal(stand, **given) == "groups.not_open_to_candidates"


def test_nobody_stands_before_it_is_opened_or_from_a_place_that_is_none(
    called: WorkingGroup, opened: WorkingGroup, member: Person, team: Person
) -> None:
    assert refusal(stand, actor=actor_of(member), group=called) == "groups.not_open_to_candidates"
    assert refusal(stand, actor=actor_of(member), group=opened, lives_in="XX-99") == "groups.place_unknown"
    with pytest.raises(Denied):
        stand(actor=actor_of(team), group=opened)


def test_what_was_said_is_forgotten_with_the_candidacy(opened: WorkingGroup, member: Person) -> None:
    candidate = stands(opened, member, conflict="My brother is a minister", works="Three studies")
    withdraw_candidacy(actor=actor_of(member), candidate=candidate)
    candidate.refresh_from_db()
    assert (candidate.state, candidate.works, candidate.conflict, candidate.years) == (WITHDRAWN, "", "", 0)
    assert stands(opened, member).state == STANDING


def test_the_team_appoints_once_the_time_is_over(opened: WorkingGroup, team: Person, clock: Any) -> None:
    choices = chosen(*standing(opened, 3))
    given = {"actor": actor_of(team), "group": opened, "choices": choices}
    assert refusal(appoint, **given) == "groups.still_called"
    end_candidates(actor=actor_of(team), group=opened)
    appoint(**given)
    assert opened.state == AT_WORK
    assert [seat.number for seat in seats_of(opened)] == [1, 2, 3]
    assert {note["code"] for note in opened.balance} >= {"candidates", "as_ranked", "places"}
    assert refusal(appoint, **given) == "kernel.not_now"


def test_too_few_candidates_are_not_appointed(opened: WorkingGroup) -> None:
    choices = chosen(*standing(opened, 2))
    with pytest.raises(DomainError) as caught:
        appoint(actor=SYSTEM, group=opened, choices=choices)
    assert caught.value.code == "groups.too_few"
    with override("en"):
        assert "Only 2 people stand" in caught.value.wording
    opened.refresh_from_db()
    assert opened.state == "candidates"


def test_a_group_from_one_place_needs_a_reason_that_is_published(opened: WorkingGroup) -> None:
    choices = chosen(*standing(opened, 3, place="SY-ID"))
    given = {"actor": SYSTEM, "group": opened, "choices": choices}
    assert refusal(appoint, **given) == "groups.one_place"
    appoint(**given, spread_reason=words("Nobody stood from elsewhere."))
    note = next(note for note in opened.balance if note["code"] == "one_place")
    assert note["reason"]["texts"]["en"] == "Nobody stood from elsewhere."


def test_what_is_wrong_with_an_appointment_is_said(opened: WorkingGroup, room: Room) -> None:
    candidates = standing(opened, 6)
    other = standing(opened_group(title="Other"), 1)[0]
    given = {"actor": SYSTEM, "group": opened}
    assert refusal(appoint, **given, choices=chosen(*candidates[:2])) == "groups.seats"
    assert refusal(appoint, **given, choices=chosen(*candidates)) == "groups.seats"
    assert refusal(appoint, **given, choices=chosen(*candidates[:2], candidates[0])) == "groups.chosen_twice"
    assert refusal(appoint, **given, choices=chosen(*candidates[:2], other)) == "groups.not_a_candidate"
    silent = [*chosen(*candidates[:2]), Choice(candidates[2], words(""))]
    assert refusal(appoint, **given, choices=silent) == "groups.why_missing"


def test_departing_from_the_ranking_needs_a_reason_for_each_person(opened: WorkingGroup, team: Person) -> None:
    strong, weak = standing(opened, 3), stands(opened, make_person("Weak-Invented", "member"), years=0, works="")
    choices = [*chosen(*strong[:2]), Choice(weak, WHY, words("Speaks the language of the camp."))]
    given = {"actor": SYSTEM, "group": opened, "choices": choices}
    assert refusal(appoint, **given) == "groups.change_needs_reason"
    without = [*chosen(*strong[:2], weak)]
    passed = {strong[2].pk: words("A contract with those whom the paper is about.")}
    assert refusal(appoint, **{**given, "choices": without}, passed_over=passed) == "groups.change_needs_reason"
    appoint(**given, passed_over=passed)
    for candidate in (strong[2], weak):
        candidate.refresh_from_db()
    assert (strong[2].state, str(strong[2].reason)) == (NOT_APPOINTED, "A contract with those whom the paper is about.")
    assert (weak.state, str(weak.reason)) == (APPOINTED, "Speaks the language of the camp.")
    assert {"code": "departures", "count": 2} in opened.balance
    published = str(opened.balance)
    assert "contract" not in published


def test_quotas_of_the_room_count_by_profiles_alone(opened: WorkingGroup, room: Room) -> None:
    amend_charter(actor=SYSTEM, room=room, seen=room.version, quotas=[{"kind": "women", "value": "", "percent": 30}])
    candidates = standing(opened, 4, place="SY-ID")
    last = candidates[3].person
    set_profile(actor=actor_of(last), person=last, gender="woman")
    given = {"actor": SYSTEM, "group": opened, "spread_reason": words("All from there.")}
    assert refusal(appoint, **given, choices=chosen(*candidates[:3])) == "groups.change_needs_reason"
    proposed = proposal_for(opened, 3).proposed
    assert candidates[3].pk in proposed
    appoint(**given, choices=chosen(*(each for each in candidates if each.pk in proposed)))
    assert {"code": "quotas", "met": 1, "of": 1} in opened.balance


def test_who_of_the_team_stands_does_not_appoint(opened: WorkingGroup) -> None:
    both = make_person("Team And Member-Invented", "team", "member")
    candidates = [stands(opened, both), *standing(opened, 2)]
    with pytest.raises(Denied):
        appoint(actor=actor_of(both), group=opened, choices=chosen(*candidates))


def test_a_seat_given_up_is_filled_from_who_was_passed_over(opened: WorkingGroup, team: Person) -> None:
    candidates = [*standing(opened, 3), stands(opened, make_person("Fourth-Invented", "member"), years=4)]
    later = stands(opened, make_person("Later-Invented", "member"), years=0, works="")
    appoint(actor=SYSTEM, group=opened, choices=chosen(*candidates[:3]))
    gone = resign(actor=seat_actor(opened, 2), seat=opened.seats.get(number=2))
    assert is_short(opened)
    assert refusal(refuse_if_short, group=opened) == "groups.must_be_filled"
    given = {"actor": actor_of(team), "group": opened, "seat": gone}
    later.refresh_from_db()
    candidates[3].refresh_from_db()
    assert later.state == candidates[3].state == NOT_APPOINTED
    assert refusal(replace, **given, choice=Choice(later, WHY)) == "groups.change_needs_reason"
    assert refusal(replace, **given, choice=Choice(candidates[3], words(""))) == "groups.why_missing"
    held = opened.seats.get(number=1, state="held")
    wrong = {**given, "seat": held, "choice": Choice(candidates[3], WHY)}
    assert refusal(replace, **wrong) == "groups.not_vacant"
    new = replace(**given, choice=Choice(candidates[3], WHY))
    assert (new.number, new.replaces_id) == (2, gone.pk)
    assert not is_short(opened)
    assert not vacant_seats(opened).exists()
    assert refusal(replace, **given, choice=Choice(later, WHY)) == "groups.not_vacant"


def test_a_seat_is_filled_by_somebody_who_stands_anew(team: Person, member: Person, room: Room) -> None:
    group = a_group_at_work(seats=3)
    gone = resign(actor=seat_actor(group, 1), seat=group.seats.get(number=1))
    take_candidates(actor=actor_of(team), group=group, candidates_until=now() + timedelta(days=7))
    candidate = stands(group, member)
    given = {"actor": actor_of(team), "group": group, "seat": gone, "choice": Choice(candidate, WHY)}
    assert refusal(replace, **given) == "groups.still_called"
    end_candidates(actor=actor_of(team), group=group)
    replace(**given)
    assert seat_of(actor_of(member), group) is not None
    group.refresh_from_db()
    assert group.candidates_until is None


def test_who_resigned_can_stand_again(room: Room) -> None:
    group = a_group_at_work(seats=3)
    person = group.seats.get(number=1).person
    resign(actor=actor_of(person), seat=group.seats.get(number=1))
    assert Candidate.objects.get(group=group, person=person).state == WITHDRAWN
    take_candidates(actor=SYSTEM, group=group, candidates_until=now() + timedelta(days=7))
    assert stands(group, person).state == STANDING
    assert refusal(stand, actor=seat_actor(group, 2), group=group) == "groups.in_group_already"


def test_who_loses_the_member_role_leaves_the_groups(opened: WorkingGroup, team: Person) -> None:
    group = a_group_at_work(seats=4)
    person = group.seats.get(number=1).person
    for number in (1, 2, 3):
        name_coordinator(actor=seat_actor(group, number), group=group, seat=group.seats.get(number=1))
    assert group.coordinator is not None
    candidate = stands(opened, person)
    take_role(actor=actor_of(team), person=person, role="member")
    group.refresh_from_db()
    candidate.refresh_from_db()
    assert (group.state, group.coordinator) == (AT_WORK, None)
    assert person not in list(people_of(group))
    assert candidate.state == WITHDRAWN
    assert not is_short(group)


def test_the_coordinator_is_who_more_than_half_of_the_seats_name(room: Room, stranger: Person) -> None:
    group = a_group_at_work(seats=4)
    seats = {seat.number: seat for seat in seats_of(group)}
    for number in (1, 2):
        name_coordinator(actor=seat_actor(group, number), group=group, seat=seats[3])
    assert group.coordinator is None
    name_coordinator(actor=seat_actor(group, 3), group=group, seat=seats[3])
    assert group.coordinator == seats[3]
    name_coordinator(actor=seat_actor(group, 1), group=group, seat=seats[4])
    assert group.coordinator is None
    resign(actor=seat_actor(group, 4), seat=seats[4])
    group.refresh_from_db()
    assert group.coordinator == seats[3]
    gone = Seat.objects.get(pk=seats[4].pk)
    assert refusal(name_coordinator, actor=seat_actor(group, 1), group=group, seat=gone) == "groups.no_such_seat"
    with pytest.raises(Denied):
        name_coordinator(actor=actor_of(stranger), group=group, seat=seats[3])


def test_names_of_seats_are_read_by_the_group_and_the_team_and_by_others_with_consent(
    team: Person, stranger: Person, room: Room
) -> None:
    group = a_group_at_work(seats=3)
    own = seat_actor(group, 1)

    def names(actor: Actor) -> list[bool]:
        return [bool(line.name) for line in seat_lines(actor, group)]

    assert names(actor_of(stranger)) == [False, False, False]
    assert names(own) == names(actor_of(team)) == [True, True, True]
    seat = group.seats.get(number=1)
    give_consent(actor=own, person=seat.person, thing=seat)
    assert names(actor_of(stranger)) == [True, False, False]


def test_interests_are_read_by_the_group_and_the_team_alone(team: Person, stranger: Person, room: Room) -> None:
    group = opened_group()
    candidates = [*standing(group, 2), stands(group, make_person("Declares-Invented", "member"), conflict="A contract")]
    appoint(actor=SYSTEM, group=group, choices=chosen(*candidates))
    for actor, count in ((seat_actor(group, 1), 1), (actor_of(team), 1), (actor_of(stranger), 0)):
        assert sum(bool(line.conflict) for line in seat_lines(actor, group)) == count
    assert {"code": "conflicts", "count": 1} in group.balance


def test_a_closed_group_keeps_its_seats_and_nobody_works_in_it(at_work: WorkingGroup) -> None:
    close_group(actor=SYSTEM, group=at_work, reason=words("The paper is out."))
    assert seats_of(at_work).count() == 3
    with pytest.raises(Denied):
        name_coordinator(actor=seat_actor(at_work, 1), group=at_work, seat=at_work.seats.get(number=1))
    assert not Candidate.objects.filter(group=at_work).exists()


def test_what_candidates_said_goes_with_a_group_that_is_given_up(opened: WorkingGroup, member: Person) -> None:
    stands(opened, member, works="Three studies", conflict="A contract")
    give_up_group(actor=SYSTEM, group=opened, reason=words("Too few stood."))
    stood = Candidate.objects.get(group=opened)
    assert (stood.state, stood.works, stood.conflict) == (WITHDRAWN, "", "")
    open_group(actor=SYSTEM, group=opened, candidates_until=now() + timedelta(days=3))
    assert stands(opened, member).state == STANDING
