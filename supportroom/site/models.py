"""What is published."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.papers.models import Paper
from supportroom.site.places import PAPERS, REPORTS, Shelf
from supportroom.statements.models import Report


class Publication(Record):
    """The stable address of a published report or paper, e.g. `2020-06-3f9k`: a date and random letters, no words."""

    report = models.OneToOneField(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="publication")
    paper = models.OneToOneField(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="publication")
    slug = models.CharField(max_length=40, unique=True)

    class Meta:
        """Of one thing, not of two and not of none."""

        constraints = (
            models.CheckConstraint(
                condition=models.Q(report__isnull=True, paper__isnull=False)
                | models.Q(report__isnull=False, paper__isnull=True),
                name="publication_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        """Give the address."""
        return self.slug

    @property
    def shelf(self) -> Shelf:
        """Where it stands."""
        return PAPERS if self.paper_id else REPORTS


class Edition(Record):
    """One edition: frozen.

    `files` names the folder that it was made in, under `digests` each language's files, and under `annexes` the ids of
    the statements in it, in their order (unknown for editions made before that was kept: all that were adopted).
    """

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


class PressLink(Record):
    """A secret address by which somebody at a newspaper reads a paper before its embargo is over.

    Only the token's digest is kept. `handed_to` is read by the team, and by who opens the link: it stands on the page.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="press_links")
    digest = models.CharField(max_length=64, unique=True)
    handed_to = models.CharField(max_length=200)
    made_on = models.DateField()

    class Meta:
        """The newest first."""

        ordering = ("-made_on", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"press link {self.pk}"
