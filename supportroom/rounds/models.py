"""Rounds, groups, sessions, participants."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import models

from supportroom.kernel.actors import Actor
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.people.vocabulary import GENDERS, UNSAID
from supportroom.room.models import Pillar
from supportroom.rounds.vocabulary import (
    CLOSED_CONSULTATION,
    DRAFT,
    OPEN,
    PLANNED,
    PUBLISHED,
    REGIONAL,
    REPORTING,
    ROUND_KINDS,
    ROUND_STATES,
    RUNNING,
    SESSION_KINDS,
    SESSION_STATES,
)


class Round(Record):
    """One round of consultation. `is_open_to_members` once topics were called for: every member may follow it then."""

    title = MultilingualField(longest=300)
    purpose = MultilingualField(blank=True)
    kind = models.CharField(max_length=12, choices=list(ROUND_KINDS.items()), default=REGIONAL)
    starts_on = models.DateField()
    ends_on = models.DateField()
    hub = models.CharField(max_length=80, blank=True)
    place = MultilingualField(blank=True, longest=300)
    is_online = models.BooleanField(default=False)
    languages = models.JSONField(default=list)
    interpretation = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    organisers = MultilingualField(blank=True, longest=2000)
    state = models.CharField(max_length=12, choices=list(ROUND_STATES.items()), default=DRAFT)
    is_open_to_members = models.BooleanField(default=False)
    pillars = models.ManyToManyField(Pillar, through="RoundPillar", related_name="rounds")

    class Meta:
        """Newest first."""

        ordering = ("-starts_on", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="round_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)

    @property
    def is_published(self) -> bool:
        """Tell whether the round's report is out: nothing of the round changes after that."""
        return self.state == PUBLISHED

    @property
    def can_meet(self) -> bool:
        """Tell whether sessions can be opened: while it runs, and while its report is read back and adopted."""
        return self.state in (RUNNING, REPORTING)


class RoundPillar(Record):
    """A pillar under which a round's points stand."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="round_pillars")
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="round_pillars")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the round's order, each pillar once."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["round", "pillar"], name="pillar_once_per_round"),)

    def __str__(self) -> str:
        """Give the position."""
        return f"pillar {self.position}"


class Group(Record):
    """A parallel group of a round."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="groups")
    name = MultilingualField(longest=200)
    hub = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the round's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)


class Session(Record):
    """A meeting of a group, or of the whole round where no group is set. Times are UTC instants."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="sessions")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.CASCADE, related_name="sessions")
    title = MultilingualField(longest=300)
    kind = models.CharField(max_length=20, choices=list(SESSION_KINDS.items()), default=CLOSED_CONSULTATION)
    position = models.PositiveSmallIntegerField(default=0)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = MultilingualField(blank=True, longest=300)
    link = models.CharField(max_length=500, blank=True)
    interpretation = models.JSONField(default=list, blank=True)
    facilitator_is_sought = models.BooleanField(default=False)
    is_chatham = models.BooleanField(default=True)
    state = models.CharField(max_length=8, choices=list(SESSION_STATES.items()), default=PLANNED)
    opened_at = models.DateTimeField(null=True, blank=True)
    facilitator = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="facilitated"
    )
    rapporteur = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="reported")
    present = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        """In the programme's order."""

        ordering = ("starts_at", "position", "id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="session_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)

    @property
    def is_open(self) -> bool:
        """Tell whether things can be raised and answered now."""
        return self.state == OPEN

    def day_has_come(self, moment: datetime) -> bool:
        """Tell whether the session's day has begun, by the round's clock."""
        zone = ZoneInfo(self.round.time_zone)
        return moment.astimezone(zone).date() >= self.starts_at.astimezone(zone).date()

    def is_led_by(self, actor: Actor) -> bool:
        """Tell whether the actor facilitates or records this session."""
        return actor.person_id is not None and actor.person_id in (self.facilitator_id, self.rapporteur_id)


class ParticipantQuerySet(models.QuerySet["Participant"]):
    """Who takes part where."""

    def of_session(self, session: Session) -> "ParticipantQuerySet":
        """Keep who takes part in a session: its group, or the whole round where it is of no group."""
        members = self.filter(round_id=session.round_id)
        return members.filter(group_id=session.group_id) if session.group_id else members

    def of(self, actor: Actor) -> "ParticipantQuerySet":
        """Keep the rows of the person who acts; nothing for a visitor."""
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()


class Participant(Record):
    """A person who takes part in a round. Gender and residence feed the report's protected figures and nothing else."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="participants")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations")
    gender = models.CharField(max_length=8, choices=list(GENDERS.items()), default=UNSAID)
    residence = models.CharField(max_length=80, blank=True)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        """Each person once in a round."""

        constraints = (models.UniqueConstraint(fields=["round", "person"], name="person_once_per_round"),)

    def __str__(self) -> str:
        """Give the opaque reference of the person."""
        return str(self.person)


class CheckIn(Record):
    """That a participant came on a day. It feeds the report's figures and is erased when the report is published."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="check_ins")
    day = models.DateField()

    class Meta:
        """Each participant once a day."""

        constraints = (models.UniqueConstraint(fields=["participant", "day"], name="check_in_once_a_day"),)

    def __str__(self) -> str:
        """Give the opaque id: neither who came nor when."""
        return f"check-in {self.pk}"


class LastDeadline(models.Model):
    """The latest end of any window that is known to have come (`rounds.deadlines`): one row, which only grows."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Say until when windows are over."""
        return f"over until {self.at:%Y-%m-%d %H:%M}"
