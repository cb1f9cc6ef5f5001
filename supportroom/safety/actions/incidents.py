"""Reporting to the focal point, and the protocol of what was done."""

from datetime import datetime

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import advance, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.safety.lifecycle import INCIDENT
from supportroom.safety.models import Incident, IncidentStep
from supportroom.safety.queries import focal_point
from supportroom.safety.vocabulary import CLOSED


def _noted(incident: Incident, actor: Actor, verb: str, note: str = "") -> None:
    create(IncidentStep, incident=incident, verb=verb, by_id=actor.person_id, at=now(), note=note.strip())


@action("safety.report_incident", on="kind")
def report_incident(*, actor: Actor, kind: str, words: str) -> Incident:
    """Report to the focal point; DomainError `safety.no_focal_point`. The journal says that somebody did, not who."""
    refuse_unless(focal_point(), "safety.no_focal_point")
    moment = now()
    incident = create(Incident, kind=kind, words=words.strip(), reported_by_id=actor.person_id, reported_at=moment)
    _noted(incident, actor, "report")
    record_unnamed(incident, at=moment.replace(minute=0, second=0, microsecond=0))
    return incident


@action("safety.take_incident", on="incident")
def take_incident(*, actor: Actor, incident: Incident, note: str = "") -> Incident:
    """Take a report in hand: who reported it sees that."""
    advance(incident, INCIDENT, "take")
    _noted(incident, actor, "take", note)
    record(incident, actor=actor)
    return incident


@action("safety.close_incident", on="incident")
def close_incident(*, actor: Actor, incident: Incident, note: str = "") -> Incident:
    """Close a report; a year later it is erased with its protocol."""
    advance(incident, INCIDENT, "close", closed_at=now())
    _noted(incident, actor, "close", note)
    record(incident, actor=actor)
    return incident


@action("safety.note_incident", on="incident")
def note_incident(*, actor: Actor, incident: Incident, note: str) -> Incident:
    """Write a line into the protocol: the focal point, or who reported it."""
    refuse_unless(note.strip(), "kernel.empty")
    refuse_unless(not Incident.objects.filter(pk=incident.pk, state=CLOSED).exists(), "kernel.not_now")
    _noted(incident, actor, "note", note)
    record_unnamed(incident, at=now().replace(minute=0, second=0, microsecond=0))
    return incident


@action("safety.forget_incidents", on="before")
def forget_incidents(*, actor: Actor, before: datetime) -> None:
    """Erase reports that were closed before an instant, with their protocols (S43)."""
    gone = Incident.objects.filter(state=CLOSED, closed_at__lt=before)
    record("safety.forgetting", actor=actor, incidents=gone.count())
    erase_all(gone)
