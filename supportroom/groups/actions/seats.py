"""Giving up a seat, and naming the coordinator."""

from supportroom.groups.actions.holding import held
from supportroom.groups.lifecycle import CANDIDATE, SEAT
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.groups.queries import seats_of
from supportroom.groups.vocabulary import HELD
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now


@action("groups.resign", on="seat")
def resign(*, actor: Actor, seat: Seat) -> Seat:
    """Give up a seat: its voice for a coordinator, and those for it, end with it. DomainError `kernel.not_now`."""
    group = held(seat.group)
    seat.refresh_from_db()
    advance(seat, SEAT, "give_up", until=now().date(), names=None)
    if seat.candidate is not None and CANDIDATE.allows(seat.candidate.state, "resign"):
        advance(seat.candidate, CANDIDATE, "resign")
    for other in group.seats.filter(names=seat):
        change(other, names=None)
    settle_coordinator(group)
    record(seat, actor=actor, group=group.pk)
    return seat


@action("groups.name_coordinator", on="group")
def name_coordinator(*, actor: Actor, group: WorkingGroup, seat: Seat) -> WorkingGroup:
    """Name, for one's own seat, which seat is to coordinate; who more than half of the seats name is coordinator.

    DomainError `groups.no_such_seat`.
    """
    kept = held(group)
    named = seats_of(kept).filter(pk=seat.pk).first()
    own = seats_of(kept).filter(person=actor.person_id).first()
    refuse_unless(named is not None and own is not None, "groups.no_such_seat")
    assert own is not None
    change(own, names=named)
    settle_coordinator(kept)
    record(group, actor=actor)
    group.refresh_from_db()
    return group


def settle_coordinator(group: WorkingGroup) -> None:
    """Make coordinator who more than half of the held seats name, or nobody; inside an action."""
    seats = list(group.seats.filter(state=HELD))
    voices = [seat.names_id for seat in seats if seat.names_id]
    ahead = next((pk for pk in dict.fromkeys(voices) if 2 * voices.count(pk) > len(seats)), None)
    if ahead != group.coordinator_id:
        change(group, coordinator=next((seat for seat in seats if seat.pk == ahead), None))
