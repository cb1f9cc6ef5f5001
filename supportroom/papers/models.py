"""Papers, their named versions, and who works on which paragraph."""

from django.db import models

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.papers.vocabulary import BY_HAND, DRAFTING, OCCASIONS, PAPER_STATES
from supportroom.people.models import Person
from supportroom.texts.models import Paragraph, Text


class Paper(Record):
    """The paper of a working group. `languages`: those in which it is written and published, the original first."""

    group = models.OneToOneField(WorkingGroup, on_delete=models.PROTECT, related_name="paper")
    title = MultilingualField(longest=300)
    text = models.OneToOneField(Text, on_delete=models.PROTECT, related_name="paper")
    languages = models.JSONField(default=list)
    state = models.CharField(max_length=12, choices=list(PAPER_STATES.items()), default=DRAFTING, db_index=True)
    begun_on = models.DateField()

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class PaperVersion(Record):
    """A named state of a paper: frozen. `content`: title and paragraphs as they stood, in order (see `versions`).

    `occasion` says for what it was kept, by hand or by a step of the paper; `name` is what people call it. Members read
    a version that is `for_members`, never the draft.
    """

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120, blank=True)
    occasion = models.CharField(max_length=12, choices=list(OCCASIONS.items()), default=BY_HAND)
    for_members = models.BooleanField(default=False)
    kept_on = models.DateField()
    content = models.JSONField(default=dict)

    class Meta:
        """Newest first; each number once."""

        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=["paper", "number"], name="paper_version_once"),)

    def __str__(self) -> str:
        """Give the name; of one that nobody named, for what it was kept."""
        return self.name or str(OCCASIONS[self.occasion])


class Editing(Record):
    """That somebody works on a paragraph until an instant, unless they say so again; seen by the group."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="editings")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        """Once for each."""

        constraints = (models.UniqueConstraint(fields=["paragraph", "person"], name="editing_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"editing {self.pk}"
