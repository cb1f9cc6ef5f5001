"""Appointing, giving up a seat, filling it again, naming the coordinator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supportroom.groups.actions.holding import held
from supportroom.groups.lifecycle import CANDIDATE, GROUP, SEAT
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.queries import candidates_of, seats_of
from supportroom.groups.vocabulary import AT_WORK, HELD, STANDING
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.queries import charter

_NOTHING = MultilingualText()
_NOBODY: Mapping[int, MultilingualText] = {}


@dataclass(frozen=True)
class Choice:
    """Who is appointed, and the reason that is published with the seat, without a name."""

    candidate: Candidate
    reason: MultilingualText


@action("groups.appoint", on="group")
def appoint(*, actor: Actor, group: WorkingGroup, choices: Sequence[Choice]) -> WorkingGroup:
    """Appoint a group. DomainError `groups.too_few`, `groups.seats`, `groups.not_a_candidate`, `kernel.not_now`."""
    kept, room = held(group), charter()
    able = {candidate.pk: candidate for candidate in candidates_of(kept)}
    chosen = [choice.candidate.pk for choice in choices]
    refuse_unless(len(able) >= room.seats_least, "groups.too_few", count=len(able), least=room.seats_least)
    refuse_unless(
        room.seats_least <= len(chosen) <= room.seats_most, "groups.seats", least=room.seats_least, most=room.seats_most
    )
    refuse_unless(len(set(chosen)) == len(chosen), "groups.chosen_twice")
    refuse_unless(set(chosen) <= able.keys(), "groups.not_a_candidate")
    refuse_unless(all(choice.reason for choice in choices), "groups.why_missing")
    advance(kept, GROUP, "appoint", appointed_on=now().date(), candidates_until=None)
    for number, choice in enumerate(choices, start=1):
        _seated(kept, able[choice.candidate.pk], number, choice.reason)
    for candidate in able.values():
        if candidate.pk not in chosen and candidate.state == STANDING:
            advance(candidate, CANDIDATE, "pass_over")
    record(group, actor=actor, seats=len(chosen))
    group.refresh_from_db()
    return group


def _seated(group: WorkingGroup, candidate: Candidate, number: int, reason: MultilingualText, **more: Any) -> Seat:
    seat = create(
        Seat,
        group=group,
        person=candidate.person,
        candidate=candidate,
        number=number,
        reason=reason,
        since=now().date(),
        **more,
    )
    advance(candidate, CANDIDATE, "appoint")
    return seat


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
    if group.state == AT_WORK:
        _settle_coordinator(group)
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
    _settle_coordinator(kept)
    record(group, actor=actor)
    group.refresh_from_db()
    return group


def _settle_coordinator(group: WorkingGroup) -> None:
    seats = list(group.seats.filter(state=HELD))
    voices = [seat.names_id for seat in seats if seat.names_id]
    ahead = next((pk for pk in dict.fromkeys(voices) if 2 * voices.count(pk) > len(seats)), None)
    if ahead != group.coordinator_id:
        change(group, coordinator=next((seat for seat in seats if seat.pk == ahead), None))
