"""All writes of public events."""

import secrets
from typing import Any

from supportroom.events.lifecycle import EVENT
from supportroom.events.models import PublicEvent
from supportroom.events.vocabulary import ANNOUNCED, PLANNED
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText


@action("events.plan_event", on="kind")
def plan_event(*, actor: Actor, kind: str, **details: Any) -> PublicEvent:
    """Plan an event: title, about, place, link, starts_at, ends_at, time_zone, round. Nobody else sees it yet.

    DomainError `events.ends_first`, `events.link`.
    """
    _refuse_unless_sound(details)
    slug = f"{details['starts_at']:%Y-%m}-{spell(secrets.randbits(60))[-5:]}"
    event = create(PublicEvent, kind=kind, slug=slug, **details)
    record(event, actor=actor, kind=kind)
    return event


@action("events.amend_event", on="event")
def amend_event(*, actor: Actor, event: PublicEvent, seen: int, **details: Any) -> PublicEvent:
    """Change an event that is planned or announced; Stale where somebody was faster.

    DomainError `events.ends_first`, `events.link`, `kernel.not_now`.
    """
    refuse_unless(event.state in (PLANNED, ANNOUNCED), "kernel.not_now")
    _refuse_unless_sound(details)
    change(event, seen=seen, **details)
    record(event, actor=actor, fields=sorted(details))
    return event


@action("events.announce_event", on="event")
def announce_event(*, actor: Actor, event: PublicEvent) -> PublicEvent:
    """Let the public read of it."""
    advance(event, EVENT, "announce", was_announced=True)
    record(event, actor=actor, slug=event.slug)
    return event


@action("events.call_off_event", on="event")
def call_off_event(*, actor: Actor, event: PublicEvent, called_off_why: MultilingualText) -> PublicEvent:
    """Call an event off with a reason; one that was announced stays where people look for it, and in calendars."""
    refuse_unless(called_off_why, "events.reason_needed")
    advance(event, EVENT, "call_off", called_off_why=called_off_why)
    record(event, actor=actor, was_announced=event.was_announced)
    return event


@action("events.say_held", on="event")
def say_held(*, actor: Actor, event: PublicEvent) -> PublicEvent:
    """Say that an announced event took place; DomainError `events.not_yet` before it begins."""
    refuse_unless(event.starts_at <= now(), "events.not_yet")
    advance(event, EVENT, "hold")
    record(event, actor=actor)
    return event


def _refuse_unless_sound(details: dict[str, Any]) -> None:
    if "starts_at" in details or "ends_at" in details:
        refuse_unless(details["starts_at"] < details["ends_at"], "events.ends_first")
    refuse_unless(not details.get("link") or is_web_address(details["link"]), "events.link")
