"""Threads, posts, tasks, meetings."""

from datetime import datetime, timedelta

from django.db import models

from supportroom.files.models import StoredFile
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.library.models import Source
from supportroom.people.models import Person
from supportroom.workroom.vocabulary import MEETING_STATES, PROPOSED, SLOT_ANSWERS


class Thread(Record):
    """A discussion of a group, or about one of its sources; without title and source it is the group's general one.

    `last` is the place of its newest post: places are never used twice.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="threads")
    source = models.OneToOneField(Source, null=True, blank=True, on_delete=models.CASCADE, related_name="thread")
    title = models.CharField(blank=True, max_length=200)
    last = models.PositiveIntegerField(default=0)
    moved_at = models.DateTimeField()

    class Meta:
        """What moved last comes first; one general thread a group."""

        ordering = ("-moved_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["group"], condition=models.Q(source=None, title=""), name="one_general_thread"
            ),
        )

    @property
    def is_general(self) -> bool:
        """Tell whether this is where the group speaks about everything."""
        return not self.title and self.source_id is None

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"thread {self.pk}"


class Post(Record):
    """What somebody writes in a thread; a removed one leaves its place. `quotes` is the post that it answers.

    `quote` holds the words of that post which it answers to, as they stood.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    written_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(blank=True, max_length=8000)
    quotes = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="quoted_by")
    quote = models.TextField(blank=True, max_length=2000)
    written_at = models.DateTimeField()
    position = models.PositiveIntegerField(default=0)
    is_amended = models.BooleanField(default=False)
    removed = models.BooleanField(default=False)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """As written."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["thread", "position"], name="post_place_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"post {self.pk}"


class Mention(Record):
    """That a post speaks to somebody by name: they are told at once."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once."""

        constraints = (models.UniqueConstraint(fields=["post", "person"], name="mention_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"mention {self.pk}"


class Attachment(Record):
    """A file that belongs to a post."""

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="attachments")
    file = models.OneToOneField(StoredFile, on_delete=models.CASCADE, related_name="attached_to")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"attachment {self.pk}"


class Seen(Record):
    """How far somebody has read a thread: the position of the last post that they were shown."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="seen")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        """Once for each."""

        constraints = (models.UniqueConstraint(fields=["thread", "person"], name="seen_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"seen {self.pk}"


class Task(Record):
    """Something that somebody of the group does until a day; without a day it stands in no hurry."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    whose = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    done_on = models.DateField(null=True, blank=True)

    class Meta:
        """What is due first comes first."""

        ordering = (models.F("due_on").asc(nulls_last=True), "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"task {self.pk}"


class Meeting(Record):
    """A meeting of the group, or with all members (`open_to_members`). Times are UTC instants.

    `time_zone` is where it was planned: the clock by which its times were typed, shown beside the reader's own.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="meetings")
    title = MultilingualField(longest=200)
    agenda = MultilingualField(blank=True, longest=4000)
    open_to_members = models.BooleanField(default=False)
    minutes_long = models.PositiveSmallIntegerField(default=60)
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    starts_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    link = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=12, choices=list(MEETING_STATES.items()), default=PROPOSED)
    minutes = MultilingualField(blank=True)

    class Meta:
        """The next first."""

        ordering = (models.F("starts_at").asc(nulls_first=True), "id")

    @property
    def ends_at(self) -> datetime | None:
        """When it is over, once its time is set."""
        return self.starts_at + timedelta(minutes=self.minutes_long) if self.starts_at else None

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class Slot(Record):
    """A time proposed for a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField()

    class Meta:
        """In the order of time; each time once."""

        ordering = ("starts_at", "id")
        constraints = (models.UniqueConstraint(fields=["meeting", "starts_at"], name="slot_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"slot {self.pk}"


class SlotAnswer(Record):
    """Whether somebody of the group can come at a proposed time."""

    slot = models.ForeignKey(Slot, on_delete=models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=10, choices=list(SLOT_ANSWERS.items()))

    class Meta:
        """One answer of each."""

        constraints = (models.UniqueConstraint(fields=["slot", "person"], name="slot_answer_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"slot answer {self.pk}"
