"""Topics of sessions, published versions, facilitation offers, calendar links."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.rounds.models import Round, Session
from supportroom.topics.models import DiscussionPoint, Topic


class SessionTopic(Record):
    """A topic that a session speaks about, and which of its discussion points."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="session_topics")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="session_topics")
    discussion_points = models.ManyToManyField(DiscussionPoint, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the session's order, each topic once."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["session", "topic"], name="topic_once_per_session"),)

    def __str__(self) -> str:
        """Give the position."""
        return f"topic {self.position}"


class ProgrammeVersion(Record):
    """A published state of a round's programme: never changed, so that it can be compared with the next."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="programme_versions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    note = MultilingualField(blank=True, longest=2000)
    content = models.JSONField(default=dict)

    class Meta:
        """Newest first."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["round", "number"], name="programme_version_once"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"version {self.number}"


class FacilitationOffer(Record):
    """That somebody who takes part would facilitate a session that seeks a facilitator; seen by the team and them."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="facilitation_offers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once for a session."""

        constraints = (models.UniqueConstraint(fields=["session", "person"], name="offer_once_per_session"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"facilitation offer {self.pk}"


class CalendarLink(Record):
    """A person's secret address for their calendar; only the token's digest is kept. Deleting it revokes it."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_link")
    digest = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"calendar link {self.pk}"
