"""Texts, their paragraphs, and every version of each."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.texts.vocabulary import KINDS, PARAGRAPH


class Text(Record):
    """An ordered row of paragraphs."""

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"text {self.pk}"


class Paragraph(Record):
    """One paragraph. `section` is a name that the owner of the text gives to its part of it; removed ones are kept.

    `level` is a heading's (1 is the highest). `split_from` is the paragraph out of which this one was split.
    """

    text = models.ForeignKey(Text, on_delete=models.CASCADE, related_name="paragraphs")
    section = models.CharField(max_length=40, blank=True)
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=list(KINDS.items()), default=PARAGRAPH)
    level = models.PositiveSmallIntegerField(default=1)
    split_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="split_into")
    content = MultilingualField()
    removed = models.BooleanField(default=False)

    class Meta:
        """In the text's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the words in their original language."""
        return str(self.content)


class ParagraphVersion(models.Model):
    """A wording that a paragraph had. `by` is an opaque reference, or `unnamed` under the Chatham House Rule."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = MultilingualField()
    by = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        """Each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["paragraph", "number"], name="one_version_per_number"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"version {self.number}"
