"""Sources and notes about them."""

from django.db import models

from supportroom.files.models import StoredFile
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.models import Record
from supportroom.library.vocabulary import REPORT, SOURCE_KINDS
from supportroom.people.models import Person


class Source(Record):
    """One source of a group's library, in its own language; `key` is what a draft cites it by.

    `authors` and `editors` are lists of {"family", "given"} or {"literal"}; `issued` is [year], [year, month] or
    [year, month, day], `year` its first number. `language` is the source's own, a language code.
    """

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="sources")
    key = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=list(SOURCE_KINDS.items()), default=REPORT)
    title = models.CharField(max_length=500)
    language = models.CharField(max_length=12, blank=True)
    authors = models.JSONField(default=list, blank=True)
    editors = models.JSONField(default=list, blank=True)
    issued = models.JSONField(default=list, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    container = models.CharField(max_length=300, blank=True)
    publisher = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)
    volume = models.CharField(max_length=30, blank=True)
    issue = models.CharField(max_length=30, blank=True)
    pages = models.CharField(max_length=40, blank=True)
    number = models.CharField(max_length=60, blank=True)
    doi = models.CharField(max_length=200, blank=True)
    isbn = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=500, blank=True)
    accessed_on = models.DateField(null=True, blank=True)
    abstract = models.TextField(blank=True, max_length=6000)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    removed = models.BooleanField(default=False)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """By key; each key once in a library."""

        ordering = ("key", "id")
        constraints = (models.UniqueConstraint(fields=["group", "key"], name="source_key_once"),)

    def __str__(self) -> str:
        """Give the key."""
        return self.key


class SourceNote(Record):
    """What a seat of the group notes about a source: seen by the group and the team."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="notes")
    written_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(max_length=6000)
    written_on = models.DateField()
    position = models.PositiveIntegerField(default=0)

    class Meta:
        """As written."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"note {self.pk}"
