"""Letters, answers with their earlier wordings, deliveries."""

from django.db import models

from supportroom.answers.vocabulary import (
    ASSESSMENTS,
    BY_TEAM,
    DRAFTED,
    LETTER_STATES,
    MEETING,
    OCCASIONS,
    VERDICTS,
    WAYS,
)
from supportroom.files.models import StoredFile
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.register.models import Addressee, Recommendation, Submission


class Letter(Record):
    """What is put to one addressee. `due_on`: the last day for its answers, set when it is sent.

    `reminded_on` and `reminded_late_on`: when the addressee was reminded before and after that day, each once.
    """

    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="letters")
    language = models.CharField(max_length=12, default="en")
    words = MultilingualField(blank=True, longest=4000)
    state = models.CharField(max_length=12, choices=list(LETTER_STATES.items()), default=DRAFTED)
    written_on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    acknowledged_by_link = models.BooleanField(default=False)
    acknowledgement_source = models.CharField(max_length=500, blank=True)
    reminded_on = models.DateField(null=True, blank=True)
    reminded_late_on = models.DateField(null=True, blank=True)
    submissions = models.ManyToManyField(Submission, related_name="letters")

    class Meta:
        """Newest first."""

        ordering = ("-written_on", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"letter {self.pk}"


class LetterLink(Record):
    """A secure link to a letter: `digest` is of its token, which the mail alone holds (S01). It ends at `until`.

    It shows what is addressed to the letter's addressee and takes one acknowledgement, nothing else. A reminder brings
    a link of its own; renewing the link erases all that were given out before.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField()

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"link {self.pk}"


class Answer(Record):
    """What an addressee says to a recommendation. The present wording stands here, those before it in `earlier`.

    `wording` counts them; `assessment` is the members' on the present one.
    """

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField(default=1)
    verdict = models.CharField(max_length=8, choices=list(VERDICTS.items()))
    text = MultilingualField(longest=8000)
    evidence = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=list(WAYS.items()), default=BY_TEAM)
    source = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField()
    wording = models.PositiveSmallIntegerField(default=1)
    assessment = models.CharField(max_length=12, choices=list(ASSESSMENTS.items()), blank=True)

    class Meta:
        """In order; a reopened recommendation may be answered again."""

        ordering = ("answered_on", "number")
        constraints = (models.UniqueConstraint(fields=["submission", "number"], name="answer_number_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"answer {self.pk}"


class EarlierAnswer(Record):
    """A wording that an answer had until it was changed, with why it was, and what the members said of it."""

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="earlier")
    number = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=8, choices=list(VERDICTS.items()))
    text = MultilingualField(longest=8000)
    evidence = models.CharField(max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=list(WAYS.items()), default=BY_TEAM)
    source = models.CharField(max_length=500, blank=True)
    until = models.DateField()
    why = MultilingualField(longest=1000)
    assessment = models.CharField(max_length=12, choices=list(ASSESSMENTS.items()), blank=True)

    class Meta:
        """Each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["answer", "number"], name="earlier_answer_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"earlier answer {self.pk}"


class Delivery(Record):
    """Recommendations were carried to a meeting. `carried_by` says in what capacity; never a name but by consent.

    `carrier`: who carried them, where that person is of the room; named only with their own protection.Consent on this.
    """

    title = MultilingualField(longest=300)
    occasion = models.CharField(max_length=12, choices=list(OCCASIONS.items()), default=MEETING)
    place = models.CharField(max_length=120, blank=True)
    held_on = models.DateField()
    carried_by = MultilingualField(blank=True, longest=300)
    carrier = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    speech = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=500, blank=True)
    recommendations = models.ManyToManyField(Recommendation, related_name="deliveries")

    class Meta:
        """Newest first."""

        ordering = ("-held_on", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)
