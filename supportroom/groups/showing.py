"""What a group's page shows of its seats to a reader: names only to those who may read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from supportroom.groups.appointing import Ground
from supportroom.groups.models import Seat, WorkingGroup
from supportroom.groups.queries import seats_of, vacant_seats
from supportroom.groups.wording import in_words
from supportroom.journal.models import reference
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.protection.models import Consent
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import MEMBERS


@dataclass(frozen=True)
class SeatLine:
    """A seat as a page shows it. `name` is empty where this reader may not read it; `agrees`: to be named to all."""

    seat: Seat
    name: str
    is_own: bool
    is_coordinator: bool
    is_vacant: bool
    agrees: bool
    conflict: str
    named_by: int


def seat_lines(actor: Actor, group: WorkingGroup) -> list[SeatLine]:
    """Give a group's seats in order, the vacant ones too, as this reader may see them."""
    reads = may(actor, "groups.read_seats", group)
    held = list(seats_of(group).select_related("candidate"))
    agreeing = set(
        Consent.objects.filter(thing__in=[reference(seat) for seat in held], given=True).values_list("thing", flat=True)
    )
    voices = [seat.names_id for seat in held]
    lines = [_vacant_line(seat) for seat in vacant_seats(group)]
    for seat in held:
        agrees = reference(seat) in agreeing
        lines.append(_held_line(actor, seat, reads=reads, agrees=agrees, named_by=voices.count(seat.pk)))
    return sorted(lines, key=lambda line: line.seat.number)


def _held_line(actor: Actor, seat: Seat, *, reads: bool, agrees: bool, named_by: int) -> SeatLine:
    is_own = actor.person_id == seat.person_id
    return SeatLine(
        seat=seat,
        name=name_for(seat.person, MEMBERS) if reads or agrees or is_own else "",
        is_own=is_own,
        is_coordinator=seat.group.coordinator_id == seat.pk,
        is_vacant=False,
        agrees=agrees,
        conflict=seat.candidate.conflict if reads and seat.candidate else "",
        named_by=named_by if reads else 0,
    )


def _vacant_line(seat: Seat) -> SeatLine:
    return SeatLine(seat, "", is_own=False, is_coordinator=False, is_vacant=True, agrees=False, conflict="", named_by=0)


def balance_lines(group: WorkingGroup) -> list[tuple[str, MultilingualText | None]]:
    """Say how the appointment stood, as it was published with it: each sentence with people's own words, if any."""
    return [_balance_line(note) for note in group.balance]


def _balance_line(note: Mapping[str, Any]) -> tuple[str, MultilingualText | None]:
    reason = note.get("reason")
    words = MultilingualText(reason["original"], reason["texts"], reason["states"]) if reason else None
    return in_words(Ground(note["code"], note), {}), words
