"""Comment windows, comments, support, answers."""

from datetime import datetime

from django.db import models

from supportroom.comments.vocabulary import (
    COMMENT_STATES,
    LONGEST_COMMENT,
    LONGEST_MAIL,
    ON_PAGE,
    OPEN,
    RUNNING,
    SATISFACTIONS,
    UNSAID,
    VERDICTS,
    WAYS,
    WINDOW_STATES,
)
from supportroom.kernel.ids import random_id
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.papers.models import Paper, PaperVersion
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph
from supportroom.workroom.models import Meeting


class CommentWindow(Record):
    """The days in which all members comment on one version of a paper. Times are UTC instants and are not moved.

    Whether a comment is in time is decided by these instants in its own transaction (R09), not by `state`, which only
    says that the close was told and the paper went on. `time_zone` is whose clock the announcement shows.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="windows")
    shown = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="windows")
    number = models.PositiveSmallIntegerField()
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    state = models.CharField(max_length=8, choices=list(WINDOW_STATES.items()), default=RUNNING, db_index=True)
    is_announced = models.BooleanField(default=False)
    is_reminded = models.BooleanField(default=False)
    last_comment = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first; each number once; a window has a length."""

        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["paper", "number"], name="comment_window_once"),
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="window_has_length"),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"window {self.pk}"

    def is_open(self, moment: datetime) -> bool:
        """Tell whether a comment is in time at this instant: from the first to before the last."""
        return self.opens_at <= moment < self.closes_at

    def as_of(self, moment: datetime) -> datetime:
        """Give the instant as of which it is decided what is in time: once the close was told, none before it."""
        return moment if self.state == RUNNING else max(moment, self.closes_at)


class CommentAnswer(Record):
    """What the group answers to one comment or to several alike: the verdict, why, and what was changed where."""

    window = models.ForeignKey(CommentWindow, on_delete=models.CASCADE, related_name="answers")
    verdict = models.CharField(max_length=14, choices=list(VERDICTS.items()))
    reason = MultilingualField(longest=4000)
    change = MultilingualField(blank=True, longest=2000)
    paragraph = models.ForeignKey(Paragraph, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    answered_on = models.DateField()

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"answer to comments {self.pk}"


class Comment(Record):
    """One comment. `written_by` lets its writer go on with it; others read the name only where `is_named`.

    `number` counts within the window, those in time and late ones together. `paragraph_shown` is the paragraph's
    number in the version that was commented on, `quoted` its first words there: both stay when the paragraph goes. A
    withdrawn comment keeps its number and loses its words. `final_support` stands once it was forgotten whose it was.
    """

    window = models.ForeignKey(CommentWindow, on_delete=models.CASCADE, related_name="comments")
    number = models.PositiveIntegerField()
    paragraph = models.ForeignKey(Paragraph, null=True, blank=True, on_delete=models.PROTECT, related_name="comments")
    paragraph_shown = models.PositiveIntegerField(null=True, blank=True)
    quoted = MultilingualField(blank=True)
    text = MultilingualField(blank=True, longest=LONGEST_COMMENT)
    proposed = MultilingualField(blank=True, longest=LONGEST_COMMENT)
    written_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    is_named = models.BooleanField(default=False)
    written_on = models.DateField()
    is_late = models.BooleanField(default=False)
    came = models.CharField(max_length=8, choices=list(WAYS.items()), default=ON_PAGE)
    state = models.CharField(max_length=10, choices=list(COMMENT_STATES.items()), default=OPEN, db_index=True)
    answer = models.ForeignKey(CommentAnswer, null=True, blank=True, on_delete=models.SET_NULL, related_name="comments")
    satisfaction = models.CharField(max_length=10, choices=list(SATISFACTIONS.items()), default=UNSAID)
    insistence = MultilingualField(blank=True, longest=2000)
    final_support = models.PositiveIntegerField(null=True, blank=True)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """As they came; each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["window", "number"], name="comment_number_once"),)
        indexes = (models.Index(fields=["window", "state"], name="comment_by_state"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"comment {self.pk}"


class CommentSupport(Record):
    """One member's support for somebody else's comment."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="support")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each member once."""

        constraints = (models.UniqueConstraint(fields=["comment", "person"], name="comment_support_once"),)

    def __str__(self) -> str:
        """Give the opaque id: not whose it is."""
        return f"support {self.pk}"


class MailAddress(Record):
    """The secret part of the address to which one member can mail comments in one window; it says not who they are."""

    window = models.ForeignKey(CommentWindow, on_delete=models.CASCADE, related_name="mail_addresses")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    code = models.BigIntegerField(default=random_id, unique=True, editable=False)

    class Meta:
        """One for each member and window."""

        constraints = (models.UniqueConstraint(fields=["window", "person"], name="mail_address_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"mail address {self.pk}"


class MailedComment(Record):
    """A comment that came by mail and waits until its writer says that it stands; it was in time if it came in time.

    `cut` is what was taken for quotations and signatures, `files_left` how many attachments were not taken. Once it is
    settled it loses its words and stays, so that the same mail is not taken twice.
    """

    window = models.ForeignKey(CommentWindow, on_delete=models.CASCADE, related_name="mailed")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True, max_length=LONGEST_MAIL)
    cut = models.TextField(blank=True, max_length=LONGEST_MAIL)
    files_left = models.PositiveSmallIntegerField(default=0)
    paragraph_shown = models.PositiveIntegerField(null=True, blank=True)
    came_at = models.DateTimeField()
    is_settled = models.BooleanField(default=False)
    message_digest = models.CharField(max_length=64, unique=True)

    class Meta:
        """As they came."""

        ordering = ("came_at", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"mailed comment {self.pk}"


class AgendaItem(Record):
    """A comment on the agenda of a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda_items")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="agenda_items")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In order; each comment once."""

        ordering = ("position", "id")
        constraints = (models.UniqueConstraint(fields=["meeting", "comment"], name="agenda_item_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"agenda item {self.pk}"
