"""Public events."""

from django.db import models

from supportroom.events.vocabulary import KINDS, OTHER, PLANNED, STATES
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.rounds.models import Round


class PublicEvent(Record):
    """A public event. Times are UTC instants, told by `time_zone`'s clock.

    `was_announced`: the public was told of it, so that it is told too when it is called off.
    """

    kind = models.CharField(max_length=20, choices=list(KINDS.items()), default=OTHER)
    slug = models.CharField(max_length=40, unique=True)
    title = MultilingualField(longest=200)
    about = MultilingualField(blank=True, longest=4000)
    place = MultilingualField(blank=True, longest=300)
    link = models.URLField(blank=True, max_length=500)
    starts_at = models.DateTimeField(db_index=True)
    ends_at = models.DateTimeField()
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.SET_NULL, related_name="public_events")
    state = models.CharField(max_length=12, choices=list(STATES.items()), default=PLANNED)
    called_off_why = MultilingualField(blank=True, longest=1000)
    was_announced = models.BooleanField(default=False)

    class Meta:
        """What comes last stands first; an event has a length."""

        ordering = ("-starts_at", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(ends_at__gt=models.F("starts_at")), name="event_has_length"),
        )

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)
