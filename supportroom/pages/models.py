"""Pages, their images, what was published of them."""

from django.db import models

from supportroom.files.models import StoredFile
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.pages.vocabulary import DRAFT, KINDS, OF_ROOM, OTHER, STANDING, STATES, VOICES
from supportroom.texts.models import Paragraph, Text


class Page(Record):
    """A page or a piece of news. `publish_at`: the UTC instant of its publication, told by `time_zone`'s clock.

    `newest` is the number of the edition that the public reads, none before the first; `out_since` when that first was.
    """

    kind = models.CharField(max_length=12, choices=list(KINDS.items()), default=OTHER)
    voice = models.CharField(max_length=8, choices=list(VOICES.items()), default=OF_ROOM)
    slug = models.CharField(max_length=40, unique=True)
    title = MultilingualField(longest=200)
    summary = MultilingualField(blank=True, longest=1000)
    text = models.OneToOneField(Text, on_delete=models.PROTECT, related_name="page")
    state = models.CharField(max_length=12, choices=list(STATES.items()), default=DRAFT, db_index=True)
    publish_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    newest = models.PositiveSmallIntegerField(default=0)
    out_since = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        """What is newest stands first; of each standing page one."""

        ordering = (models.F("out_since").desc(nulls_first=True), "id")
        constraints = (
            models.UniqueConstraint(
                fields=["kind"], condition=models.Q(kind__in=list(STANDING)), name="one_of_each_standing_page"
            ),
        )

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class Image(Record):
    """An image on a page, after a paragraph or at its head. `instead`: the words for who does not see it.

    One that was removed is kept for the editions in which it stands.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="images")
    after = models.ForeignKey(Paragraph, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    instead = MultilingualField(longest=500)
    caption = MultilingualField(blank=True, longest=500)
    width = models.PositiveSmallIntegerField(default=0)
    height = models.PositiveSmallIntegerField(default=0)
    position = models.PositiveSmallIntegerField(default=0)
    removed = models.BooleanField(default=False)

    class Meta:
        """In the page's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"image {self.pk}"


class PageEdition(Record):
    """What was published of a page, frozen: title, summary, `content` (paragraphs, images), and why it was changed."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveSmallIntegerField()
    title = MultilingualField(longest=200)
    summary = MultilingualField(blank=True, longest=1000)
    content = models.JSONField(default=list)
    note = MultilingualField(blank=True, longest=1000)
    published_at = models.DateTimeField()

    class Meta:
        """Newest first; each number once."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["page", "number"], name="page_edition_number_once"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"edition {self.number}"
