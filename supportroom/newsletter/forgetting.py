"""The clock's work: addresses that nobody confirmed are forgotten."""

from supportroom.kernel.actors import SYSTEM
from supportroom.newsletter.actions import forget_pending, pending_before
from supportroom.newsletter.models import Subscriber
from supportroom.newsletter.vocabulary import PENDING


def forget() -> None:
    """Do what is due; safe to run twice or late."""
    before = pending_before()
    if Subscriber.objects.filter(state=PENDING, asked_on__lt=before).exists():
        forget_pending(actor=SYSTEM, before=before)
