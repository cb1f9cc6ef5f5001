"""What everybody does for themselves: register and take it back, withdraw from a list and come back to it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.deadlines import not_going_back
from supportroom.rounds.models import Round
from supportroom.selection.actions.holding import held_list, held_round
from supportroom.selection.bonds import is_bound
from supportroom.selection.models import Application, Listing, Registration
from supportroom.selection.vocabulary import OWN
from supportroom.web.formatting import city, plain_date


def said_at(moment: datetime, zone: str) -> str:
    """Say day and hour of an instant by the clock of a zone, in plain words."""
    there = moment.astimezone(ZoneInfo(zone))
    return f"{plain_date(there.date())} {there:%H:%M} ({city(zone)})"


def _held_open(registration: Registration) -> Registration:
    """Hold a registration as it stands now; DomainError `selection.registration_closed` outside its window."""
    held = Registration.objects.select_for_update(no_key=True).select_related(None).get(pk=registration.pk)
    zone = registration.round.time_zone
    window = {"start": said_at(held.opens_at, zone), "end": said_at(held.closes_at, zone)}
    refuse_unless(held.is_open(not_going_back(now())), "selection.registration_closed", **window)
    return held


@action("selection.apply", on="registration")
def apply(*, actor: Actor, registration: Registration, text: MultilingualText | None = None) -> Application:
    """Register for a round; who had withdrawn from its list comes back to it.

    DomainError `selection.registration_closed`, `selection.applied`, `selection.round_over`.
    """
    held = _held_open(registration)
    round = held_round(held.round)
    refuse_unless(not held.applications.filter(person_id=actor.person_id or 0).exists(), "selection.applied")
    said = {"text": text} if text else {}
    application = create(Application, registration=held, person_id=actor.person_id, **said)
    _return(round, actor)
    record(application, actor=actor, round=held.round_id)
    return application


@action("selection.take_application_back", on="registration")
def take_application_back(*, actor: Actor, registration: Registration) -> None:
    """Take one's registration back while it is open, and with it one's place on the list if there is one.

    DomainError `selection.registration_closed`, `selection.not_applied`, `selection.invited_already`,
    `selection.round_over`.
    """
    held = _held_open(registration)
    application = held.applications.filter(person_id=actor.person_id or 0).first()
    refuse_unless(application, "selection.not_applied")
    round = held_round(held.round)
    listing = _own(round, actor)
    refuse_unless(not (listing and is_bound(listing, round)), "selection.invited_already")
    record(held, actor=actor, round=held.round_id)
    erase_all(held.applications.filter(person_id=actor.person_id or 0))
    if listing and not listing.has_left:
        change(listing, has_left=True)


def _own(round: Round, actor: Actor) -> Listing | None:
    return Listing.objects.filter(draft_list__round=round, person_id=actor.person_id or 0).first()


@action("selection.leave_list", on="round")
def leave_list(*, actor: Actor, round: Round) -> Listing:
    """Say that one does not come to a round, whether one is on its list or not: nobody can put one on it then.

    A registration of one's own ends with it. DomainError `selection.invited_already` (an invitation is declined, not
    left), `selection.round_over`.
    """
    held = held_list(round, is_draft=False)
    listing = _own(held.round, actor)
    refuse_unless(not (listing and is_bound(listing, held.round)), "selection.invited_already")
    if listing is None:
        listing = create(Listing, draft_list=held, person_id=actor.person_id, way=OWN, has_left=True)
    elif not listing.has_left:
        change(listing, has_left=True)
    erase_all(Application.objects.filter(registration__round=round, person_id=actor.person_id or 0))
    record(listing, actor=actor, round=round.pk)
    return listing


@action("selection.come_back", on="round")
def come_back(*, actor: Actor, round: Round) -> None:
    """Take it back that one does not come: one stands where one stood. DomainError `selection.round_over`."""
    held = held_round(round)
    record(held, actor=actor)
    _return(held, actor)


def _return(round: Round, actor: Actor) -> None:
    listing = _own(round, actor)
    if listing and listing.has_left:
        erase(listing) if listing.way == OWN else change(listing, has_left=False)
