"""The cleaned copies of what people handed in, and how much a person has brought today."""

from django.db import models

from supportroom.files.vocabulary import FILE_STATES, KINDS, QUARANTINED
from supportroom.kernel.models import Record
from supportroom.people.models import Person


class StoredFile(Record):
    """One cleaned file. Who handed it in is not kept here; `stored` is its random name in the folder of files.

    `name` is shown and given to who downloads it; `removed` are codes of what cleaning took out (vocabulary).
    """

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=8, choices=list(KINDS.items()))
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    stored = models.CharField(max_length=64, unique=True)
    removed = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=12, choices=list(FILE_STATES.items()), default=QUARANTINED)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"file {self.pk}"


class Allowance(Record):
    """How many bytes somebody has brought on one day: not which files. Days that are over are forgotten."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    brought = models.PositiveBigIntegerField(default=0)

    class Meta:
        """Once a day for each person."""

        constraints = (models.UniqueConstraint(fields=["person", "day"], name="allowance_once_a_day"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"allowance {self.pk}"
