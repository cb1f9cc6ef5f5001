"""The index of what is published."""

from django.db import models

from supportroom.kernel.models import RandomIdField
from supportroom.search.vocabulary import KINDS


class Finding(models.Model):
    """One published text in one language, with its address.

    `mark` changes when the thing does; `title_stems` and `stems` are title and words, folded and stemmed. What the
    databases search stands in the first migration.
    """

    id = RandomIdField()
    thing = models.CharField(max_length=80)
    mark = models.CharField(max_length=60)
    kind = models.CharField(max_length=16, choices=list(KINDS.items()), db_index=True)
    language = models.CharField(max_length=12)
    title = models.CharField(max_length=500)
    words = models.TextField(blank=True)
    title_stems = models.TextField(blank=True)
    stems = models.TextField(blank=True)
    address = models.CharField(max_length=300)
    day = models.DateField()

    class Meta:
        """Each thing once in a language."""

        constraints = (models.UniqueConstraint(fields=["thing", "language"], name="finding_once"),)

    def __str__(self) -> str:
        """Give the address."""
        return self.address
