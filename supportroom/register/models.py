"""Addressees, recommendations, what they come from, to whom they go, and the steps of their way."""

from django.db import models

from supportroom.files.models import StoredFile
from supportroom.kernel.encrypted import EncryptedEmailField
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField, MultilingualText
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.register.vocabulary import (
    ADDRESSEE_KINDS,
    BONDS,
    DAY,
    DOCUMENT_KINDS,
    HAPPENINGS,
    OTHER_BODY,
    OTHER_DOCUMENT,
    PRECISIONS,
    RECORDED,
    SAME,
    SOURCE_KINDS,
    STATES,
    SUBMISSION_STATES,
)
from supportroom.room.models import Pillar
from supportroom.rounds.models import Round
from supportroom.statements.models import Report, Statement
from supportroom.texts.models import Paragraph


class Addressee(Record):
    """A body that recommendations are addressed to. Its `address` for letters is read by the team alone.

    `answer_days`: in how many days its answer is due; none means the charter's.
    """

    name = MultilingualField(longest=200)
    kind = models.CharField(max_length=12, choices=list(ADDRESSEE_KINDS.items()), default=OTHER_BODY)
    slug = models.CharField(max_length=40, unique=True)
    language = models.CharField(max_length=12, default="en")
    address = EncryptedEmailField(blank=True)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """In the room's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)


class Representative(Record):
    """A person with an account who answers for an addressee. Never named in public: the addressee answers."""

    addressee = models.ForeignKey(Addressee, on_delete=models.CASCADE, related_name="representatives")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once for a body."""

        constraints = (models.UniqueConstraint(fields=["addressee", "person"], name="representative_once"),)

    def __str__(self) -> str:
        """Give the opaque reference."""
        return str(self.person)


class Theme(Record):
    """A cross-cutting theme; the room keeps them. Four stand in every room from its founding."""

    name = MultilingualField(longest=80)
    code = models.CharField(max_length=24, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the room's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)


class Document(Record):
    """A text of earlier years, or from outside this software, in which the room asked for something.

    `digest`: of the file's own bytes, so that it comes in once; `dated_on` is known as exactly as `precision`.
    """

    title = MultilingualField(longest=300)
    kind = models.CharField(max_length=12, choices=list(DOCUMENT_KINDS.items()), default=OTHER_DOCUMENT)
    dated_on = models.DateField()
    precision = models.CharField(max_length=5, choices=list(PRECISIONS.items()), default=DAY)
    language = models.CharField(max_length=12, default="en")
    by = MultilingualField(blank=True, longest=300)
    link = models.URLField(blank=True, max_length=500)
    round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.PROTECT, related_name="documents")
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, blank=True, db_index=True)

    class Meta:
        """Newest first."""

        ordering = ("-dated_on", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class Demand(Record):
    """What several recommendations ask for: one demand with all its sources and dates.

    One that was brought together with another keeps its address, which leads to what it was `merged_into`.
    """

    title = MultilingualField(longest=300)
    slug = models.CharField(max_length=40, unique=True)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    search_text = models.TextField(blank=True, editable=False)

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    """How recommendations are found."""

    def under_theme(self, code: str) -> "RecommendationQuerySet":
        """Keep those that bear a cross-cutting theme."""
        return self.filter(themes__icontains=f'"{code}"')


class Recommendation(Record):
    """What the room asks for. Written as `number` of `year`, e.g. 2020-14; `slug` is its public address, without words.

    Its source is one of statement, report, paper, document (`source_kind`), with the paragraph out of which it was
    recorded, or the agreed point in a report, or the `place` in a document (page, line); `heading` is under what it
    stood there. `released_on` is empty
    while the public does not see it; `set_aside` hides one recorded by mistake (the trash). `themes` are codes of
    cross-cutting themes, `goals` numbers of Sustainable Development Goals. Within a demand its `bond` says whether it
    asks the same.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    slug = models.CharField(max_length=40, unique=True)
    text = MultilingualField(longest=5000)
    heading = MultilingualField(blank=True, longest=500)
    asked_on = models.DateField()
    precision = models.CharField(max_length=5, choices=list(PRECISIONS.items()), default=DAY)
    pillar = models.ForeignKey(Pillar, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    themes = models.JSONField(default=list, blank=True)
    goals = models.JSONField(default=list, blank=True)
    round = models.ForeignKey(Round, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    source_kind = models.CharField(max_length=10, choices=list(SOURCE_KINDS.items()))
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations"
    )
    report = models.ForeignKey(Report, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    paper = models.ForeignKey(Paper, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    document = models.ForeignKey(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations"
    )
    paragraph = models.ForeignKey(
        Paragraph, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations"
    )
    point = models.ForeignKey(Point, null=True, blank=True, on_delete=models.PROTECT, related_name="recommendations")
    place = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    demand = models.ForeignKey(Demand, null=True, blank=True, on_delete=models.SET_NULL, related_name="recommendations")
    bond = models.CharField(max_length=8, choices=list(BONDS.items()), default=SAME)
    state = models.CharField(max_length=12, choices=list(STATES.items()), default=RECORDED, db_index=True)
    state_since = models.DateField()
    released_on = models.DateField(null=True, blank=True, db_index=True)
    set_aside = models.BooleanField(default=False)
    search_text = models.TextField(blank=True, editable=False)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        """Newest first; numbers once a year; exactly one source of the kind that is said; a paragraph or point once."""

        ordering = ("-year", "number")
        indexes = (
            models.Index(fields=["-year", "number"], name="recommendation_order"),
            models.Index(fields=["released_on", "state"], name="recommendation_public"),
            models.Index(fields=["year", "round", "pillar", "set_aside", "released_on"], name="recommendation_offers"),
        )
        constraints = (
            models.UniqueConstraint(fields=["year", "number"], name="recommendation_number_once"),
            models.UniqueConstraint(
                fields=["paragraph"],
                condition=models.Q(set_aside=False, paragraph__isnull=False),
                name="paragraph_recommended_once",
            ),
            models.UniqueConstraint(
                fields=["point"],
                condition=models.Q(set_aside=False, point__isnull=False),
                name="point_recommended_once",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(source_kind="statement", statement__isnull=False, report=None, paper=None, document=None)
                    | models.Q(source_kind="report", report__isnull=False, statement=None, paper=None, document=None)
                    | models.Q(source_kind="paper", paper__isnull=False, statement=None, report=None, document=None)
                    | models.Q(source_kind="document", document__isnull=False, statement=None, report=None, paper=None)
                ),
                name="recommendation_of_one_source",
            ),
        )

    def __str__(self) -> str:
        """Give the number."""
        return self.code

    @property
    def code(self) -> str:
        """The number that people cite: year and number within it."""
        return f"{self.year}-{self.number}"

    @property
    def cited(self) -> str:
        """The number for running text without elements: marks keep its order among Arabic letters."""
        return f"\N{LEFT-TO-RIGHT MARK}{self.code}\N{LEFT-TO-RIGHT MARK}"

    @property
    def content(self) -> MultilingualText:
        """The words, under the name by which pages of two wordings know them."""
        text: MultilingualText = self.text
        return text


class Submission(Record):
    """One recommendation to one addressee. `due_on`: the day its answer is due, set when it is sent."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="submissions")
    addressee = models.ForeignKey(Addressee, on_delete=models.PROTECT, related_name="submissions")
    state = models.CharField(max_length=12, choices=list(SUBMISSION_STATES.items()), default=RECORDED)
    sent_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True, db_index=True)
    acknowledged_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        """Each addressee once."""

        ordering = ("addressee__position", "id")
        constraints = (models.UniqueConstraint(fields=["recommendation", "addressee"], name="submission_once"),)

    def __str__(self) -> str:
        """Give the opaque ids."""
        return f"{self.recommendation_id} to {self.addressee_id}"


class Happening(Record):
    """One step of a recommendation's way that everybody may read who may read the recommendation. Never changed.

    `about` is the opaque reference of what it speaks of (a letter, an answer, a delivery, a reflection); `source` says
    where it can be read (minutes, a web address, a document).
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="happenings")
    kind = models.CharField(max_length=16, choices=list(HAPPENINGS.items()))
    on = models.DateField()
    addressee = models.ForeignKey(Addressee, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    words = MultilingualField(blank=True, longest=2000)
    source = models.CharField(max_length=500, blank=True)
    about = models.CharField(max_length=80, blank=True)
    told_at = models.DateTimeField()

    class Meta:
        """In the order in which it happened."""

        ordering = ("on", "told_at", "id")
        indexes = (models.Index(fields=["recommendation", "on"], name="happening_of"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"happening {self.pk}"
