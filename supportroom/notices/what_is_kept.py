"""What is kept of notices, mails, forms and invitations to an account, and how long."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from supportroom.notices import housekeeping as kept
from supportroom.notices.actions.forgetting import forget_person
from supportroom.protection.retention import at_forgetting, keep


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    for name, over, lasts, what, why in (
        ("mails_sent", kept.over_mails_sent, kept.SENT_MAILS,
         _("Mails that have left"), _("so that the team sees that mail works")),
        ("mails_failed", kept.over_mails_failed, kept.FAILED_MAILS,
         _("Mails that could not be sent"), _("so that the team can mend what was wrong")),
        ("notices", kept.over_notices, kept.NOTICES,
         _("Notices of what moved"), _("so that everybody can read up what concerns them")),
        ("receipts", kept.over_receipts, kept.RECEIPTS,
         _("Receipts of forms, without whose they are"), _("so that a form sent twice counts once")),
        ("account_invitations", kept.over_invitations, kept.OVER_INVITATIONS,
         _("Links with which an account is made, once they are over"), _("so that an old link says that it is old")),
    ):  # fmt: skip
        keep(f"notices.{name}", what=what, why=why, days=lasts.days, overdue=_count(over), forget=kept.clear_away)
    at_forgetting(forget_person)


def _count(over: Callable[[datetime], QuerySet[Any]]) -> Callable[[datetime], int]:
    return lambda moment: over(moment).count()
