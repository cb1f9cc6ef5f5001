"""A preparation that several reach for at the same instant: the last second of a term, a list that is left."""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from django.db import transaction
from time_machine import Traveller

from supportroom.invitations import actions as inviting
from supportroom.invitations.reminding import remind_and_lapse
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.people.models import Person
from supportroom.rounds.models import Participant
from supportroom.selection import actions as selecting
from supportroom.selection.models import Listing
from supportroom.selection.queries import list_of
from tests.factories.invitations import TERM, invitation_to, invited_round
from tests.factories.personas import actor_of, make_person
from tests.factories.selection import make_list, make_prepared_round
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def guests(real_database: Path, clock: Traveller, room: None) -> list[Person]:
    with transaction.atomic():
        return [make_person(f"Guest {n} Invented", "member") for n in range(4)]


@pytest.mark.parametrize(("at", "state"), [(TERM - timedelta(microseconds=1), "accepted"), (TERM, "lapsed")])
def test_an_answer_at_the_term_and_its_lapse_leave_one_of_both(
    guests: list[Person], clock: Traveller, at: datetime, state: str
) -> None:
    with transaction.atomic():
        made = invited_round(guests)
    clock.move_to(at)
    answering = [
        partial(inviting.accept, actor=actor_of(person), invitation=invitation_to(made, person)) for person in guests
    ]
    answers = at_once(*answering[:2], remind_and_lapse, *answering[2:], remind_and_lapse)
    assert all(isinstance(error, DomainError) for error in raised_by(answers)), answers
    assert set(made.invitations.values_list("state", flat=True)) == {state}
    assert Participant.objects.filter(round=made).count() == (0 if state == "lapsed" else len(guests))


def test_who_leaves_a_list_while_it_is_confirmed_is_not_invited(guests: list[Person]) -> None:
    for _turn in range(3):
        with transaction.atomic():
            made = make_prepared_round()
            make_list(made, guests)
        answers = at_once(
            partial(selecting.confirm_list, actor=SYSTEM, draft_list=list_of(made)),
            partial(selecting.leave_list, actor=actor_of(guests[0]), round=made),
        )
        assert all(isinstance(error, DomainError) for error in raised_by(answers)), answers
        assert Listing.objects.get(draft_list__round=made, person=guests[0]).has_left
        assert list_of(made).state == "confirmed"
