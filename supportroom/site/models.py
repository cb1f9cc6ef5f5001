"""What is published."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.statements.models import Report


class Publication(Record):
    """The stable address of a published report, e.g. `2020-06-3f9k`: a date and random letters, no words."""

    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="publication")
    slug = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        """Give the address."""
        return self.slug


class Edition(Record):
    """One edition: frozen. `files` maps a language to its files' names and SHA-256 digests in the published folder."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    title = MultilingualField(longest=300)
    summary = MultilingualField(blank=True)
    note = MultilingualField(blank=True)
    published_at = models.DateTimeField()
    files = models.JSONField(default=dict)

    class Meta:
        """Newest first; each number once."""

        ordering = ("-published_at", "-number")
        constraints = (models.UniqueConstraint(fields=["publication", "number"], name="edition_number_once"),)

    def __str__(self) -> str:
        """Give address and number."""
        return f"{self.publication.slug} {self.number}"
