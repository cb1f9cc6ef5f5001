"""Adoptions, opposing opinions, reviews, released words, releases."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import models

from supportroom.adoption.vocabulary import (
    ADOPTION_STATES,
    ASKED,
    DATE_PASSED,
    FILED,
    OPINION_STATES,
    REVIEW_STATES,
    REVIEW_ZONE,
    SIDES,
    WAITING,
)
from supportroom.checks.models import MembersCheck
from supportroom.comments.vocabulary import VERDICTS
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.papers.models import Paper, PaperVersion
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph


class Adoption(Record):
    """One version of a paper put before the members. `opinions_until`: the UTC instant from which none is filed."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="adoptions")
    shown = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="adoptions")
    asked = models.OneToOneField(MembersCheck, on_delete=models.PROTECT, related_name="adoption")
    opinions_until = models.DateTimeField()
    state = models.CharField(max_length=12, choices=list(ADOPTION_STATES.items()), default=ASKED)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"adoption {self.pk}"

    def takes_opinions(self, moment: datetime) -> bool:
        """Tell whether an opposing opinion is in time at this instant: before the last."""
        return moment < self.opinions_until


class OpposingOpinion(Record):
    """An opposing opinion with its reasons, printed inside the paper. Only who filed it changes it, while it is open.

    Who stands behind it are its joiners, who filed it among them. `joined` is empty until publication; then the number
    is kept here, and the rows of those who were only counted are erased.
    """

    adoption = models.ForeignKey(Adoption, on_delete=models.CASCADE, related_name="opinions")
    number = models.PositiveSmallIntegerField()
    title = MultilingualField(longest=200)
    text = MultilingualField(longest=12_000)
    filed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=list(OPINION_STATES.items()), default=FILED)
    joined = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        """As filed; each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["adoption", "number"], name="opinion_number_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"opposing opinion {self.pk}"


class Joiner(Record):
    """Who stands behind an opposing opinion; named where they agree to (protection.Consent on the opinion: S17)."""

    opinion = models.ForeignKey(OpposingOpinion, on_delete=models.CASCADE, related_name="joiners")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once."""

        constraints = (models.UniqueConstraint(fields=["opinion", "person"], name="joiner_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"joiner {self.pk}"


class Review(Record):
    """The office's review of an adopted version. `due_at`: the UTC instant at which the date has passed.

    `ended_on`: when the office said that it has no reservations or that these were all its notes, or the date passed.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="review")
    shown = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="reviews")
    sent_on = models.DateField()
    due_at = models.DateTimeField()
    time_zone = models.CharField(max_length=60, default=REVIEW_ZONE)
    state = models.CharField(max_length=16, choices=list(REVIEW_STATES.items()), default=WAITING, db_index=True)
    ended_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"review {self.pk}"

    @property
    def due_day(self) -> date:
        """The last day that the office has, by its own clock."""
        return (self.due_at - timedelta(seconds=1)).astimezone(ZoneInfo(self.time_zone)).date()

    def is_over(self, moment: datetime) -> bool:
        """Tell whether the office's turn has ended at this instant, by its own word or by the date."""
        return self.ended_on is not None or moment >= self.due_at

    def outcome(self, moment: datetime) -> str:
        """Give the state as it is at this instant, whether or not anything has written down that the date passed."""
        return DATE_PASSED if self.state == WAITING and moment >= self.due_at else self.state


class OfficeNote(Record):
    """A note of the office on a paragraph or the whole, and what the group answers to it.

    `paragraph_shown` is the paragraph's number in the version that was sent. A late one came after the review had
    ended: it is kept apart, can be answered, and holds nothing up.
    """

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="notes")
    number = models.PositiveSmallIntegerField()
    paragraph = models.ForeignKey(Paragraph, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    paragraph_shown = models.PositiveIntegerField(null=True, blank=True)
    text = MultilingualField(longest=6000)
    given_on = models.DateField()
    is_late = models.BooleanField(default=False)
    verdict = models.CharField(max_length=14, choices=list(VERDICTS.items()), blank=True)
    reason = MultilingualField(blank=True, longest=4000)
    change = MultilingualField(blank=True, longest=2000)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        """As given; each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["review", "number"], name="office_note_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"office note {self.pk}"


class NoteChange(Record):
    """That a paragraph was reworded in answer to a note: the only way in which an adopted text changes."""

    note = models.ForeignKey(OfficeNote, on_delete=models.CASCADE, related_name="changes")
    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="+")
    wording = models.PositiveIntegerField()

    class Meta:
        """In the order in which they were made; each wording of a paragraph once."""

        ordering = ("paragraph", "wording")
        constraints = (models.UniqueConstraint(fields=["paragraph", "wording"], name="note_change_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"change for a note {self.pk}"


class ReleasedWords(Record):
    """What is told in public of the review besides its dates and outcome: words that both sides agreed to.

    `proposed_by` is the side whose words they are; they are released once the other has agreed to this very wording.
    """

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="released_words")
    text = MultilingualField(longest=4000)
    proposed_by = models.CharField(max_length=8, choices=list(SIDES.items()))
    is_agreed = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"released words {self.pk}"


class Release(Record):
    """The members' decision on publication of one version, by a members' check."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="releases")
    shown = models.ForeignKey(PaperVersion, on_delete=models.PROTECT, related_name="releases")
    asked = models.OneToOneField(MembersCheck, on_delete=models.PROTECT, related_name="release")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"release {self.pk}"
