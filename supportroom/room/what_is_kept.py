"""What is kept of letters by mail: `mailing` lies beside `protection` and cannot say it itself."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.mailing.actions import KEPT, forget_envelopes
from supportroom.mailing.models import Envelope
from supportroom.protection.retention import keep


def _over(moment: datetime) -> int:
    return Envelope.objects.filter(settled_at__lt=moment - KEPT).count()


def _forget() -> None:
    forget_envelopes(actor=SYSTEM, before=now() - KEPT)


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "mailing.envelopes",
        what=_("Letters by mail that have left, without the address they went to"),
        why=_("so that the team sees that they left"),
        days=KEPT.days,
        overdue=_over,
        forget=_forget,
    )
