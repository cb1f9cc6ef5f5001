"""Offers to facilitate a session that seeks somebody."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import create, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.programme.models import CalendarLink, FacilitationOffer
from supportroom.rounds.models import Round, Session
from supportroom.rounds.vocabulary import PLANNED


@action("programme.offer_facilitation", on="session")
def offer_facilitation(*, actor: Actor, session: Session) -> FacilitationOffer:
    """Offer to facilitate; offered once already, the offer stands. DomainError `programme.not_sought`."""
    held = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    refuse_unless(held.facilitator_is_sought and held.state == PLANNED, "programme.not_sought")
    person_id = actor.person_id or 0
    known = FacilitationOffer.objects.filter(session=held, person_id=person_id).first()
    offer = known or create(FacilitationOffer, session=held, person_id=person_id)
    record(offer, actor=actor, session=held.pk)
    return offer


@action("programme.take_offer_back", on="offer")
def take_offer_back(*, actor: Actor, offer: FacilitationOffer) -> None:
    """Take an offer back."""
    record(offer, actor=actor, session=offer.session_id)
    erase(offer)


def forget_offers(session: Session) -> None:
    """Forget who would have facilitated a session, inside the action that closes it: nobody needs to know any more."""
    erase_all(FacilitationOffer.objects.filter(session=session))


def forget_all_offers(round: Round) -> None:
    """Forget the offers for sessions that were never held, inside the action that publishes the round."""
    erase_all(FacilitationOffer.objects.filter(session__round=round))


def forget_person(person: Person) -> None:
    """Forget what somebody offered, and the address of their calendar; inside the action that forgets them (S43)."""
    erase_all(FacilitationOffer.objects.filter(person=person))
    erase_all(CalendarLink.objects.filter(person=person))
