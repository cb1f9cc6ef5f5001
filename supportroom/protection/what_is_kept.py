"""What the floors up to here keep for a while: who is signed in, who did what, who would not be named."""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from supportroom.journal.actions import forget_actors
from supportroom.journal.models import PERSONS, Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Passkey
from supportroom.protection.actions import forget_refusals, forget_traces_of, is_out
from supportroom.protection.models import Consent
from supportroom.protection.retention import at_forgetting, keep

JOURNAL_DAYS: Final = 365
SESSION_HOURS: Final = 12
AT_A_TIME: Final = 500


def _sessions() -> Any:
    return import_module(settings.SESSION_ENGINE).SessionStore


def _over_sessions(moment: datetime) -> int:
    return _sessions().get_model_class().objects.filter(expire_date__lt=moment).count()


def _left_passkeys(moment: datetime) -> int:
    return Passkey.objects.filter(account__second_factor__isnull=True).count()


def _old_actors(moment: datetime) -> int:
    return Entry.objects.filter(at__lt=moment - timedelta(days=JOURNAL_DAYS), actor__startswith=PERSONS).count()


def _forget_actors() -> None:
    while _old_actors(now()):
        forget_actors(actor=SYSTEM, before=now() - timedelta(days=JOURNAL_DAYS), at_most=AT_A_TIME)


def _refusals(moment: datetime) -> int:
    things = Consent.objects.filter(given=False).values_list("thing", flat=True)
    return sum(map(is_out, things))


def _forget_refusals() -> None:
    forget_refusals(actor=SYSTEM)


def declare() -> None:
    """Enter it into the room's table of what is kept (`retention`); called in `ready()`."""
    keep(
        "people.sessions",
        what=_("That somebody is signed in, told to the hour"),
        why=_("so that they need not sign in for every page"),
        hours=SESSION_HOURS,
        overdue=_over_sessions,
        forget=lambda: _sessions().clear_expired(),
    )
    keep(
        "people.passkeys",
        what=_("A passkey: the name that its owner gave it and what it is known by, never when it was used"),
        why=_("so that they can sign in with it"),
        until=_("until they take it away, are let in anew, or close their account"),
        overdue=_left_passkeys,
    )
    keep(
        "journal.actors",
        what=_("Who did what in the room; in a session under the Chatham House Rule nobody is written down at all"),
        why=_("so that a mistake or an abuse can be cleared up"),
        days=JOURNAL_DAYS,
        overdue=_old_actors,
        forget=_forget_actors,
    )
    keep(
        "protection.refusals",
        what=_("Who does not want to be named in a text"),
        why=_("so that they are not asked again"),
        until=_("until the text is published"),
        overdue=_refusals,
        forget=_forget_refusals,
    )
    at_forgetting(forget_traces_of)
