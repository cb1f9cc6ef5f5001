"""Requests for approval, standings of accounts, buddies, incidents with their protocols."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from supportroom.kernel.models import Record
from supportroom.people.models import Person
from supportroom.safety.vocabulary import (
    ASKED,
    BUDDY_STATES,
    FREE,
    INCIDENT_KINDS,
    INCIDENT_STATES,
    LONGEST,
    OPEN,
    REPORTED,
    REQUEST_STATES,
    STANDINGS,
    STEPS,
)


class ApprovalRequest(Record):
    """An act that one person asks for and another must approve before `until` (S13).

    `kind` names the act (`approving.requires_two`), `thing` what it is about, as the journal names it; `concerns` is
    whom it is about, who can neither ask nor approve. `note`: how who asks made sure.
    """

    kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=80)
    concerns = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True, max_length=LONGEST)
    asked_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    until = models.DateTimeField()
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=list(REQUEST_STATES.items()), default=OPEN, db_index=True)

    class Meta:
        """Newest first; nobody approves what they asked for or what concerns them; each act is asked for once."""

        ordering = ("-asked_at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(decided_by__isnull=False) & ~Q(decided_by=F("asked_by")),
                name="approved_by_another",
            ),
            models.CheckConstraint(
                condition=Q(concerns=None) | Q(decided_by=None) | ~Q(decided_by=F("concerns")),
                name="not_by_whom_it_concerns",
            ),
            models.UniqueConstraint(fields=["kind", "thing"], condition=Q(state=OPEN), name="asked_for_once"),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"approval request {self.pk}"

    def is_open(self, moment: datetime) -> bool:
        """Tell whether somebody can approve it at this instant."""
        return self.state == OPEN and moment < self.until


class Standing(Record):
    """Whether a person's account is locked, since when, and when a buddy locked it last."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="standing")
    state = models.CharField(max_length=12, choices=list(STANDINGS.items()), default=FREE)
    since = models.DateTimeField()
    buddy_locked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"standing {self.pk}"


class Buddy(Record):
    """A member whom another trusts to lock their account; only the two know of it."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="buddy_named")
    buddy = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="buddy_of")
    state = models.CharField(max_length=12, choices=list(BUDDY_STATES.items()), default=ASKED)

    class Meta:
        """Nobody is their own."""

        constraints = (models.CheckConstraint(condition=~Q(person=F("buddy")), name="buddy_is_another"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"buddy {self.pk}"


class Incident(Record):
    """What somebody reports to the room's focal point. Only the two read it."""

    kind = models.CharField(max_length=12, choices=list(INCIDENT_KINDS.items()))
    words = models.TextField(max_length=LONGEST)
    reported_by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    reported_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=12, choices=list(INCIDENT_STATES.items()), default=REPORTED)

    class Meta:
        """Newest first."""

        ordering = ("-reported_at", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"incident {self.pk}"


class IncidentStep(Record):
    """One line of an incident's protocol: who did what, when; it is never changed."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=8, choices=list(STEPS.items()))
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    note = models.TextField(blank=True, max_length=LONGEST)

    class Meta:
        """In the order in which it was done."""

        ordering = ("at", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"incident step {self.pk}"
