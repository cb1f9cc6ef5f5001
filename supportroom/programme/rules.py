"""Who may do what with programmes, offers to facilitate, and calendars."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.programme.models import CalendarLink, FacilitationOffer
from supportroom.rounds.models import Session
from supportroom.rounds.queries import takes_part


@permission("programme.set_topics")
@permission("programme.publish_programme")
@permission("programme.read_draft")
@permission("programme.read_offers")
@permission("programme.read_links")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team makes the programme, alone sees it before it is published and who would facilitate, and every link."""
    return actor.holds(TEAM)


@permission("programme.offer_facilitation")
def takes_part_in_it(actor: Actor, thing: Session) -> bool:
    """Whoever takes part in a session can offer to facilitate it."""
    return takes_part(actor, thing)


@permission("programme.take_offer_back")
def is_own_offer(actor: Actor, thing: FacilitationOffer) -> bool:
    """An offer is taken back by who made it."""
    return actor.is_known and actor.person_id == thing.person_id


@permission("programme.open_calendar")
def is_oneself(actor: Actor, thing: Person) -> bool:
    """A calendar's address is made by the person alone."""
    return actor.is_known and actor.person_id == thing.pk


@permission("programme.revoke_calendar")
def is_own_calendar(actor: Actor, thing: CalendarLink) -> bool:
    """And revoked by the person alone; who is locked out of the room has no calendar either."""
    return actor.is_known and actor.person_id == thing.person_id
