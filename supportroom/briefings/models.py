"""Briefings, their passages, reflections, lists of what was absent."""

from django.db import models

from supportroom.briefings.vocabulary import LONGEST_QUOTATION, READ, READING_STATES, VERDICTS
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.register.models import Recommendation


class Briefing(Record):
    """A statement of the Envoy to the Security Council, e.g. under the meeting symbol S/PV.9345.

    `digest` is of the text, folded: the same one is not logged twice. A trashed one stays for thirty days.
    """

    given_on = models.DateField()
    symbol = models.CharField(max_length=40, blank=True)
    title = MultilingualField(blank=True, longest=300)
    language = models.CharField(max_length=12, default="en")
    link = models.URLField(blank=True, max_length=500)
    digest = models.CharField(max_length=64, unique=True)
    trashed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Newest first."""

        ordering = ("-given_on", "id")

    def __str__(self) -> str:
        """Give the day and the symbol."""
        return f"{self.given_on} {self.symbol}".strip()


class Passage(Record):
    """A paragraph of a briefing, with its number; `stems` are its words folded and stemmed, in their order."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="passages")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    stems = models.TextField(blank=True, editable=False)

    class Meta:
        """In the text's order."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["briefing", "number"], name="passage_number_once"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"passage {self.number}"


class Nearness(Record):
    """What the sentence encoder found: which passages of a briefing mean most nearly what recommendations ask.

    `near` holds, by a recommendation's id, pairs of a passage's number and a nearness from 0 to 1. `of` is the digest
    of the words that were compared: when it is another, they are compared anew.
    """

    briefing = models.OneToOneField(Briefing, on_delete=models.CASCADE, related_name="nearness")
    near = models.JSONField(default=dict)
    of = models.CharField(max_length=64)

    class Meta:
        """One for each briefing."""

        verbose_name_plural = "nearnesses"

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"nearness in {self.briefing_id}"


class Reflection(Record):
    """What a briefing says of a recommendation. Who read is known to the team and the office, never outside."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="reflections")
    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="reflections")
    state = models.CharField(max_length=10, choices=list(READING_STATES.items()), default=READ)
    verdict = models.CharField(max_length=10, choices=list(VERDICTS.items()))
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    quotation = models.TextField(blank=True, max_length=LONGEST_QUOTATION)
    note = MultilingualField(blank=True, longest=1000)
    first_reader = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    read_on = models.DateField()
    second_verdict = models.CharField(max_length=10, choices=list(VERDICTS.items()), blank=True)
    second_note = MultilingualField(blank=True, longest=1000)
    second_reader = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    read_again_on = models.DateField(null=True, blank=True)

    class Meta:
        """One for each recommendation in each briefing."""

        constraints = (models.UniqueConstraint(fields=["recommendation", "briefing"], name="reflection_once"),)

    def __str__(self) -> str:
        """Give the opaque ids."""
        return f"{self.recommendation_id} in {self.briefing_id}"


class AbsentList(Record):
    """What was absent from a briefing, as it was sent to the office: frozen as `lines`.

    A line: `number` and `slug` of the recommendation, its `text` in all languages, since when it is asked
    (`asked_on`, `precision`), the `round`'s title in all languages or nothing.
    """

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="absent_lists")
    sent_on = models.DateField()
    words = MultilingualField(blank=True, longest=2000)
    lines = models.JSONField(default=list)

    class Meta:
        """Newest first."""

        ordering = ("-sent_on", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"absent list {self.pk}"
