"""Draft lists, quotas, registrations."""

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.room.vocabulary import QUOTA_KINDS
from supportroom.rounds.models import Group, Round
from supportroom.selection.vocabulary import DRAFT, HAND, LIST_STATES, WAYS


class DraftList(Record):
    """Who the team thinks of inviting to a round."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="draft_list")
    state = models.CharField(max_length=10, choices=list(LIST_STATES.items()), default=DRAFT)
    places = models.PositiveSmallIntegerField(default=30, validators=[MinValueValidator(1)])

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"list {self.pk}"


class Listing(Record):
    """Somebody on a list; `has_left` when they withdrew by themselves, which only they can take back.

    `was_confirmed` once a list was confirmed with them on it: then an invitation may have gone out.
    """

    draft_list = models.ForeignKey(DraftList, on_delete=models.CASCADE, related_name="listings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="listings")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="listings")
    way = models.CharField(max_length=12, choices=list(WAYS.items()), default=HAND)
    has_left = models.BooleanField(default=False)
    was_confirmed = models.BooleanField(default=False)

    class Meta:
        """Each person once on a list."""

        constraints = (models.UniqueConstraint(fields=["draft_list", "person"], name="person_once_per_list"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"listing {self.pk}"


class Quota(Record):
    """A least share of a list. `value`: a place code, an age band, or the id of a field of competence; else empty.

    `reason` says why the list stays below it; it is published with the round if the list was confirmed below it.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="quotas")
    kind = models.CharField(max_length=12, choices=list(QUOTA_KINDS.items()))
    value = models.CharField(max_length=24, blank=True)
    percent = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(100)])
    reason = MultilingualField(blank=True, longest=2000)
    was_below = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the team's order, each once."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["round", "kind", "value"], name="quota_once_per_round"),)

    def __str__(self) -> str:
        """Give kind and share."""
        return f"{self.kind} {self.percent}%"


class Registration(Record):
    """A round's open registration, with the criteria that are published. Times are UTC instants."""

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="registration")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    criteria = MultilingualField(longest=4000)

    class Meta:
        """A window has a length."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="registration_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"registration {self.pk}"

    def is_open(self, moment: datetime) -> bool:
        """Tell whether members can register at this instant."""
        return self.opens_at <= moment < self.closes_at


class Application(Record):
    """That a member registered for a round, with what they wish to say to the criteria."""

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="applications")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="applications")
    text = MultilingualField(blank=True, longest=2000)

    class Meta:
        """Each person once."""

        constraints = (models.UniqueConstraint(fields=["registration", "person"], name="application_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"application {self.pk}"
