"""What the public reads of events, and what the team plans."""

from django.db.models import QuerySet

from supportroom.events.models import PublicEvent
from supportroom.events.vocabulary import ANNOUNCED
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may


def events_visible_to(actor: Actor) -> QuerySet[PublicEvent]:
    """All events for who plans them; the others read what is announced."""
    return PublicEvent.objects.all() if may(actor, "events.read_plans") else public_events()


def event_of(actor: Actor, event_id: int) -> PublicEvent:
    """Find an event that the actor plans; Missing."""
    found = PublicEvent.objects.filter(pk=event_id).first() if may(actor, "events.read_plans") else None
    if found is None:
        raise Missing("kernel.missing")
    return found


def public_events() -> QuerySet[PublicEvent]:
    """The events that the public was told of, those with them that were called off later; the latest first."""
    return PublicEvent.objects.filter(was_announced=True).select_related("round")


def coming_events() -> QuerySet[PublicEvent]:
    """The announced events that are not over, the nearest first."""
    return public_events().filter(state=ANNOUNCED, ends_at__gt=now()).order_by("starts_at", "id")


def event_at(slug: str) -> PublicEvent:
    """Find a public event by its address; Missing."""
    found = public_events().filter(slug=slug).first()
    if found is None:
        raise Missing("kernel.missing")
    return found
