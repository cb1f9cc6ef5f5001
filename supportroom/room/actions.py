"""Founding the room and amending its charter."""

from collections.abc import Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.models import Head
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.mailing.putting import put_in
from supportroom.people.places import is_country
from supportroom.room.models import Pillar, Room
from supportroom.room.queries import forget_charter
from supportroom.room.quotas import Share, refuse_wrong
from supportroom.room.vocabulary import ADOPTED, PROPOSED


@action("room.found_room", on="name")
def found_room(*, actor: Actor, name: MultilingualText, languages: list[str], **charter: Any) -> Room:
    """Write the charter of a new room; DomainError `room.founded`, `room.languages`, and as `amend_charter`."""
    refuse_unless(not Room.objects.exists(), "room.founded")
    refuse_unless({"ar", "en"} <= set(languages), "room.languages")
    _refuse_wrong_bounds(Room(**charter))
    room = create(Room, name=name, languages=languages, **charter)
    forget_charter()
    record(room, actor=actor)
    return room


@action("room.amend_charter", on="room")
def amend_charter(*, actor: Actor, room: Room, seen: int, **charter: Any) -> Room:
    """Change fields of the charter; Stale where somebody was faster.

    DomainError `room.languages`, `room.countries`, `room.seats_bounds`, `room.comment_bounds`, `room.comment_window`,
    `room.answer_reminder`, and what `quotas.refuse_wrong` refuses.
    """
    refuse_unless({"ar", "en"} <= set(charter.get("languages", room.languages)), "room.languages")
    refuse_unless(all(map(is_country, charter.get("countries", ()))), "room.countries")
    refuse_wrong([Share(**quota) for quota in charter.get("quotas", ())])
    _refuse_wrong_bounds(room, **charter)
    change(room, seen=seen, **charter)
    forget_charter()
    record(room, actor=actor, fields=sorted(charter))
    return room


def _refuse_wrong_bounds(room: Room, **charter: Any) -> None:
    """Refuse bounds of seats and comment windows that no number fits, as they would stand with these changes."""

    def stands(name: str) -> int:
        return int(charter.get(name, getattr(room, name)))

    refuse_unless(stands("seats_least") <= stands("seats_most"), "room.seats_bounds")
    least, usual, most = (stands(f"comment_{name}") for name in ("days_least", "window_days", "days_most"))
    refuse_unless(least <= most, "room.comment_bounds")
    refuse_unless(least <= usual <= most, "room.comment_window", least=least, most=most)
    refuse_unless(stands("answer_reminder_days") < stands("answer_days"), "room.answer_reminder")


def new_pillar(name: MultilingualText, *, adopted: bool = False) -> Pillar:
    """Write a pillar inside another action: proposed on the spot, or adopted by the charter."""
    position = Pillar.objects.count() + 1
    state = ADOPTED if adopted else PROPOSED
    return create(Pillar, name=name, position=position, state=state, search_text=name.search_text)


@action("room.add_pillar", on="name")
def add_pillar(*, actor: Actor, name: MultilingualText) -> Pillar:
    """Write a pillar into the charter; DomainError `room.pillar_known` where it holds one of that name."""
    refuse_unless(not Pillar.objects.filter(search_text=name.search_text).exists(), "room.pillar_known")
    pillar = new_pillar(name, adopted=True)
    record(pillar, actor=actor)
    return pillar


@action("room.name_pillar", on="pillar")
def name_pillar(*, actor: Actor, pillar: Pillar, seen: int, name: MultilingualText) -> Pillar:
    """Reword a pillar's name or translate it; Stale where somebody was faster, `room.pillar_known` for one taken."""
    others = Pillar.objects.exclude(pk=pillar.pk).filter(search_text=name.search_text)
    refuse_unless(not others.exists(), "room.pillar_known")
    change(pillar, seen=seen, name=name, search_text=name.search_text)
    record(pillar, actor=actor, languages=sorted(name.texts))
    return pillar


@action("room.adopt_pillar", on="pillar")
def adopt_pillar(*, actor: Actor, pillar: Pillar) -> Pillar:
    """Take a proposed pillar into the charter; DomainError `room.pillar_adopted`."""
    refuse_unless(pillar.state == PROPOSED, "room.pillar_adopted")
    change(pillar, state=ADOPTED, position=Pillar.objects.filter(state=ADOPTED).count() + 1)
    record(pillar, actor=actor)
    return pillar


@action("room.tell_witnesses", on="head")
def tell_witnesses(*, actor: Actor, head: Head, addresses: Sequence[str], language: str) -> None:
    """Send the journal's head to those who keep it outside this server (S42)."""
    for address in addresses:
        put_in("room.head", f"journal.link:{head.place}", address, language)
    record("journal.witnesses", actor=actor, head=str(head), witnesses=len(addresses))
