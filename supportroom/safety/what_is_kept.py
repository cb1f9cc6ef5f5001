"""How long requests and reports are kept, and letting lapse what nobody approved (S43)."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from supportroom.journal.writing import erase_all
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.protection.retention import at_forgetting, keep
from supportroom.safety import actions
from supportroom.safety.models import ApprovalRequest, Buddy, Incident
from supportroom.safety.vocabulary import CLOSED, OPEN

REQUEST_DAYS, INCIDENT_DAYS = 90, 365


def lapse() -> None:
    """Let lapse what nobody approved in time: periodic work."""
    if ApprovalRequest.objects.filter(state=OPEN, until__lte=now()).exists():
        actions.lapse_requests(actor=SYSTEM, until=now())


def overdue_requests(moment: datetime) -> int:
    """Count the requests that should be gone by a moment."""
    before = moment - timedelta(days=REQUEST_DAYS)
    return ApprovalRequest.objects.exclude(state=OPEN).filter(asked_at__lt=before).count()


def overdue_incidents(moment: datetime) -> int:
    """Count the reports that should be gone by a moment."""
    return Incident.objects.filter(state=CLOSED, closed_at__lt=moment - timedelta(days=INCIDENT_DAYS)).count()


def forget_requests() -> None:
    """Erase old requests."""
    actions.forget_requests(actor=SYSTEM, before=now() - timedelta(days=REQUEST_DAYS))


def forget_incidents() -> None:
    """Erase old reports."""
    actions.forget_incidents(actor=SYSTEM, before=now() - timedelta(days=INCIDENT_DAYS))


def forget_trust(person: Person) -> None:
    """Forget whom somebody trusted and who trusted them, when they are forgotten."""
    erase_all(Buddy.objects.filter(person=person) | Buddy.objects.filter(buddy=person))


def declare() -> None:
    """Write both into the table of what is kept, and who trusted whom among what is forgotten; called in `ready()`."""
    keep(
        "approval requests",
        what=_("Requests that took two people"),
        why=_("so that the team sees who asked and who approved; the journal keeps it afterwards"),
        days=REQUEST_DAYS,
        overdue=overdue_requests,
        forget=forget_requests,
    )
    keep(
        "incidents",
        what=_("Reports of incidents with their protocols"),
        why=_("so that the focal point can go back to them for a year after they are closed"),
        days=INCIDENT_DAYS,
        overdue=overdue_incidents,
        forget=forget_incidents,
    )
    at_forgetting(forget_trust)
