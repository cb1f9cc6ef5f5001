"""A list that several edit at the same instant, on real commits of both databases: nothing twice, nothing lost."""

from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.people.actions import set_profile
from supportroom.people.models import Person, Profile
from supportroom.rounds.models import Round
from supportroom.selection import actions
from supportroom.selection.models import DraftList, Listing, Quota
from supportroom.selection.queries import list_of, on_list
from tests.factories.personas import actor_of
from tests.factories.rounds import words
from tests.factories.selection import listing_of, make_list, make_member, make_prepared_round
from tests.faults.at_once import at_once, raised_by

TRIES = 4
QUOTAS = [{"kind": "women", "value": "", "percent": 1}, {"kind": "first_timers", "value": "", "percent": 1}]


@pytest.fixture
def members(real_database: Path, room: None) -> list[Person]:
    return [make_member(f"Person {number} Invented", gender="woman") for number in range(4)]


def prepared() -> Round:
    with transaction.atomic():
        return make_prepared_round()


def codes(answers: list[object]) -> set[str]:
    """Give the codes of what was refused; anything but a refusal of the domain fails."""
    refused = raised_by(answers)
    assert all(isinstance(error, DomainError) for error in refused), refused
    return {error.code for error in refused if isinstance(error, DomainError)}


def test_a_list_first_used_by_several_at_once_is_made_once_and_each_of_them_is_heard(members: list[Person]) -> None:
    from supportroom.room.actions import amend_charter
    from supportroom.room.models import Room

    charter = Room.objects.get()
    amend_charter(actor=SYSTEM, room=charter, seen=charter.version, quotas=QUOTAS)
    for _turn in range(TRIES):
        draft = prepared()
        adding = [
            partial(actions.add_listing, actor=SYSTEM, draft_list=list_of(draft), person=person) for person in members
        ]
        assert codes(at_once(*adding)) == set()
        assert DraftList.objects.filter(round=draft).count() == 1
        assert Quota.objects.filter(round=draft).count() == len(QUOTAS)
        assert on_list(draft).count() == len(members)


def test_one_person_put_on_a_list_by_several_at_once_stands_there_once(members: list[Person]) -> None:
    for _turn in range(TRIES):
        draft = prepared()
        adding = partial(actions.add_listing, actor=SYSTEM, draft_list=list_of(draft), person=members[0])
        many = partial(actions.add_listings, actor=SYSTEM, draft_list=list_of(draft), persons=members)
        assert codes(at_once(adding, adding, many)) <= {"selection.already_listed"}
        assert Listing.objects.filter(draft_list__round=draft).count() == len(members)


def test_nobody_slips_into_a_list_while_it_is_confirmed(members: list[Person]) -> None:
    for _turn in range(TRIES):
        draft = prepared()
        with transaction.atomic():
            make_list(draft, members[:1])
        held = {"actor": SYSTEM, "draft_list": list_of(draft)}
        adding = [partial(actions.add_listing, **held, person=person) for person in members[1:]]
        confirming = partial(actions.confirm_list, **held)
        assert codes(at_once(*adding[:2], confirming, confirming, adding[2])) <= {
            "selection.not_draft",
            "kernel.not_now",
        }
        assert list_of(draft).state == "confirmed"
        assert not Listing.objects.filter(draft_list__round=draft, was_confirmed=False).exists()


def test_who_withdraws_while_the_team_takes_them_off_is_off_the_list_either_way(members: list[Person]) -> None:
    for _turn in range(TRIES):
        draft = prepared()
        with transaction.atomic():
            make_list(draft, members)
        leaving = partial(actions.leave_list, actor=actor_of(members[0]), round=draft)
        removing = partial(actions.remove_listing, actor=SYSTEM, listing=listing_of(draft, members[0]))
        moving = partial(
            actions.group_listings,
            actor=SYSTEM,
            draft_list=list_of(draft),
            listings=list(Listing.objects.filter(draft_list__round=draft)),
            group=draft.groups.first(),
        )
        assert codes(at_once(leaving, removing, moving)) <= {"selection.has_left", "kernel.not_now"}
        assert members[0] not in on_list(draft)
        assert listing_of(draft, members[0]).has_left, "that they do not come stays known"
        assert on_list(draft).count() == len(members) - 1


def test_a_member_who_registers_in_two_tabs_is_registered_once(members: list[Person]) -> None:
    from datetime import timedelta

    moment = now()
    for _turn in range(TRIES):
        draft = prepared()
        registration = actions.open_registration(
            actor=SYSTEM,
            round=draft,
            opens_at=moment - timedelta(days=1),
            closes_at=moment + timedelta(days=1),
            criteria=words("Criteria"),
        )
        applying = partial(actions.apply, actor=actor_of(members[0]), registration=registration)
        answers = at_once(applying, applying, applying)
        assert codes(answers) == {"selection.applied"}
        assert registration.applications.count() == 1


def test_a_first_profile_saved_in_two_tabs_is_one_profile(members: list[Person]) -> None:
    for number in range(TRIES):
        with transaction.atomic():
            person = make_member(f"Twice {number} Invented")
        tabs = [partial(set_profile, actor=SYSTEM, person=person, seen=1, gender=gender) for gender in ("woman", "man")]
        assert codes(at_once(*tabs)) == {"kernel.stale"}
        assert Profile.objects.filter(person=person).count() == 1
