"""Who takes part offers to facilitate a session that seeks somebody."""

import pytest

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from supportroom.programme.actions import offer_facilitation, take_offer_back
from supportroom.programme.models import FacilitationOffer
from supportroom.rounds.actions import amend_session
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.rounds import close_a_session, make_round, make_session, open_a_session


@pytest.fixture
def sought(member: Person, facilitator: Person) -> Session:
    """A session of the member's group that seeks a facilitator."""
    return make_session(make_round(people=[member, facilitator], others=1), facilitator_is_sought=True)


def test_an_offer_stands_once_and_is_taken_back(sought: Session, member: Person, facilitator: Person) -> None:
    offers = [offer_facilitation(actor=actor_of(member), session=sought) for _twice in range(2)]
    assert offers[0] == offers[1]
    with pytest.raises(Denied):
        take_offer_back(actor=actor_of(facilitator), offer=offers[0])
    take_offer_back(actor=actor_of(member), offer=offers[0])
    assert not FacilitationOffer.objects.exists()


@pytest.mark.parametrize("persona", ["stranger", "office", "team", "observer"])
def test_who_does_not_take_part_cannot_offer(persona: str, sought: Session, request: pytest.FixtureRequest) -> None:
    with pytest.raises(Denied):
        offer_facilitation(actor=actor_of(request.getfixturevalue(persona)), session=sought)


def test_offers_are_forgotten_when_the_session_closes(sought: Session, member: Person, facilitator: Person) -> None:
    offer_facilitation(actor=actor_of(member), session=sought)
    begun = open_a_session(facilitator, session=sought)
    assert FacilitationOffer.objects.exists()
    close_a_session(begun)
    assert not FacilitationOffer.objects.exists()


def test_nobody_offers_where_nobody_is_sought_or_the_session_has_begun(
    sought: Session, member: Person, facilitator: Person
) -> None:
    open_a_session(facilitator, session=sought)
    with pytest.raises(DomainError, match=r"programme\.not_sought"):
        offer_facilitation(actor=actor_of(member), session=sought)
    other = make_session(sought.round, facilitator_is_sought=True)
    amend_session(actor=SYSTEM, session=Session.objects.get(pk=other.pk), facilitator_is_sought=False)
    with pytest.raises(DomainError, match=r"programme\.not_sought"):
        offer_facilitation(actor=actor_of(member), session=other)
