"""Calls for topics, topics with their framework, marks, remarks, links to what stayed open."""

from datetime import datetime

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.vocabulary import OPEN, POINT_OUTCOMES, PROPOSED, SOURCE_KINDS, TOPIC_STATES


class Call(Record):
    """A round's window in which members propose and support topics. Times are UTC instants.

    `figures` is what the ranking told when the marks were counted, once, after the window: it never changes again.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="call")
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    marks = models.PositiveSmallIntegerField(default=3)
    text = MultilingualField(blank=True, longest=4000)
    is_counted = models.BooleanField(default=False)
    figures = models.JSONField(default=list, blank=True)

    class Meta:
        """A window has a length."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")), name="call_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"call {self.pk}"

    def is_open(self, moment: datetime) -> bool:
        """Tell whether proposals and marks are taken at this instant: from the first to before the last."""
        return not self.is_counted and self.opens_at <= moment < self.closes_at

    def is_over(self, moment: datetime) -> bool:
        """Tell whether the window has closed."""
        return self.is_counted or moment >= self.closes_at


class Topic(Record):
    """Something that a member wants the round to speak about, with its framework.

    `proposed_by` lets somebody go on writing on what they proposed; it is shown to nobody. `contact` is the named
    contact person of the framework, with what makes them competent. `final_support` is the number that stays when the
    marks are erased: at the close of the round's first session (`erasing`).
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="topics")
    title = MultilingualField(longest=200)
    why = MultilingualField(longest=4000)
    questions = MultilingualField(blank=True, longest=4000)
    state = models.CharField(max_length=12, choices=list(TOPIC_STATES.items()), default=PROPOSED, db_index=True)
    reason = MultilingualField(blank=True, longest=2000)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged")
    proposed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    contact = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="contact_for")
    competence = MultilingualField(blank=True, longest=500)
    position = models.PositiveSmallIntegerField(default=0)
    final_support = models.PositiveIntegerField(null=True, blank=True, editable=False)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """In the order of the agenda."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class Mark(Record):
    """One member's support for one topic."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="marks")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each member once for a topic."""

        constraints = (models.UniqueConstraint(fields=["topic", "person"], name="mark_once"),)

    def __str__(self) -> str:
        """Give the opaque id: not whose it is."""
        return f"mark {self.pk}"


class Remark(Record):
    """A contribution to the discussion of a topic; whose it is is shown to nobody, only whether it is the team's."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="remarks")
    text = MultilingualField(longest=3000)
    written_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    written_on = models.DateField()
    from_team = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        """As written."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"remark {self.pk}"


class DiscussionPoint(Record):
    """What should be discussed under a topic, contributed by a member or the team; `state` says what became of it."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="discussion_points")
    text = MultilingualField(longest=1000)
    contributed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=12, choices=list(POINT_OUTCOMES.items()), default=OPEN)
    reason = MultilingualField(blank=True, longest=1000)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="merged")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the topic's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the text in its original language."""
        return str(self.text)


class Reading(Record):
    """A title on a topic's reading list, with its web address where it has one."""

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="readings")
    title = MultilingualField(longest=300)
    address = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the topic's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class TopicLink(Record):
    """A topic's link to an outcome of an earlier round: the opaque reference, and its wording when it was linked.

    `since`: since when it is open, known as exactly as `precision`; it may be of no round of the room.
    """

    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="links")
    source = models.CharField(max_length=80)
    kind = models.CharField(max_length=24, choices=list(SOURCE_KINDS.items()))
    words = MultilingualField(longest=5000)
    earlier_round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    since = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, default="day")

    class Meta:
        """Each outcome once for a topic."""

        constraints = (models.UniqueConstraint(fields=["topic", "source"], name="link_once_per_topic"),)

    def __str__(self) -> str:
        """Give the reference."""
        return self.source
