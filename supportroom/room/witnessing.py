"""Once a day at most two witnesses get the journal's head by mail: nobody can reckon a new journal unseen (S42)."""

from django.conf import settings
from django.utils.translation import gettext as _

from supportroom.journal.models import Entry, Head, Link
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.mailing.models import Envelope
from supportroom.mailing.words import Words
from supportroom.room.actions import tell_witnesses
from supportroom.room.models import Room
from supportroom.room.queries import languages_spoken


def tell() -> None:
    """Do it where it was not done today. Periodic work; safe to run twice or late."""
    if not settings.WITNESSES or not Room.objects.exists():
        return
    today = now().replace(hour=0, minute=0, second=0, microsecond=0)
    head = Head.objects.filter(pk=1, place__gt=0).first()
    if head is None or Entry.objects.filter(action="room.tell_witnesses", at__gte=today).exists():
        return
    tell_witnesses(actor=SYSTEM, head=head, addresses=settings.WITNESSES, language=next(iter(languages_spoken())))


def write_head(envelope: Envelope) -> Words | None:
    """Write the mail to a witness: a line to keep, and nothing that says what it is of."""
    link = Link.objects.filter(place=envelope.thing.rpartition(":")[2]).first()
    if link is None:
        return None
    lines = [
        _("Please keep this line, as you agreed to. There is nothing else to do; it says nothing about anybody."),
        "",
        str(link),
        "",
    ]
    return Words(_("A line to keep"), "\n".join(lines))
