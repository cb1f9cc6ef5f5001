"""Documents on their way in, and what was understood of each."""

from django.db import models

from supportroom.files.models import StoredFile
from supportroom.intake.understanding.found import ASKED
from supportroom.intake.vocabulary import GROUP_KINDS, INTAKE_STATES, READ
from supportroom.kernel.models import Record
from supportroom.register.models import Document, Recommendation
from supportroom.room.models import Pillar


class Intake(Record):
    """One document on its way in.

    `lines`: the source as it was read, each {"text", "place"}; `notes`: what the reader says of it. `sketch`: numbers
    that tell how alike two documents are; `like` is an earlier one that is nearly the same. Recorded or cancelled, it
    keeps neither lines nor sketch nor name; a recorded one knows its document.
    """

    name = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    language = models.CharField(max_length=12)
    lines = models.JSONField(default=list, blank=True)
    notes = models.JSONField(default=list, blank=True)
    sketch = models.JSONField(default=list, blank=True)
    like = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    state = models.CharField(max_length=10, choices=list(INTAKE_STATES.items()), default=READ, db_index=True)
    brought_on = models.DateField()
    document = models.OneToOneField(Document, null=True, blank=True, on_delete=models.SET_NULL, related_name="intake")

    class Meta:
        """Newest first."""

        ordering = ("-brought_on", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"intake {self.pk}"


class IntakeGroup(Record):
    """A list of the document: what it is taken for and why, and where its recommendations will stand.

    `like` is the heading of the group that says the same. Pillar, addressees (ids) and themes (codes) are chosen for
    all of its items.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="groups")
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=10, choices=list(GROUP_KINDS.items()), default=ASKED)
    why = models.CharField(max_length=12, blank=True)
    like = models.CharField(max_length=500, blank=True)
    line = models.PositiveIntegerField(default=0)
    pillar = models.ForeignKey(Pillar, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    addressees = models.JSONField(default=list, blank=True)
    themes = models.JSONField(default=list, blank=True)

    class Meta:
        """In the document's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"intake group {self.pk}"


class IntakeItem(Record):
    """What was understood as one recommendation: from line `first` to line `last` of the source, counted from 0.

    `like` is a recommendation of the register that says much the same.
    """

    group = models.ForeignKey(IntakeGroup, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=20_000)
    place = models.CharField(max_length=60, blank=True)
    first = models.PositiveIntegerField()
    last = models.PositiveIntegerField()
    is_taken = models.BooleanField(default=True)
    is_corrected = models.BooleanField(default=False)
    like = models.ForeignKey(Recommendation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        """In the document's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the place."""
        return self.place
