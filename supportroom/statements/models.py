"""Statements, what they rest on, who speaks for them, what was replied; and reports."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.models import Group, Round, Session
from supportroom.statements.vocabulary import DRAFTING, REPORT_STATES, STATEMENT_STATES
from supportroom.texts.models import Paragraph, Text


class Statement(Record):
    """A text for one addressee, written by volunteers out of agreed points."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="statements")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="statements")
    title = MultilingualField(longest=300)
    addressee = MultilingualField(longest=300)
    text = models.OneToOneField(Text, on_delete=models.PROTECT, related_name="statement")
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12, choices=list(STATEMENT_STATES.items()), default=DRAFTING)
    delivered_in = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="deliveries"
    )

    class Meta:
        """In the order in which they were begun."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)


class ItemSource(Record):
    """An item of a statement rests on this point."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="sources")
    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="used_in")

    class Meta:
        """Each point once per item."""

        constraints = (models.UniqueConstraint(fields=["paragraph", "point"], name="point_once_per_item"),)

    def __str__(self) -> str:
        """Give the opaque ids."""
        return f"{self.paragraph_id} rests on {self.point_id}"


class Volunteer(Record):
    """A participant who writes on a statement."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="volunteers")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once."""

        constraints = (models.UniqueConstraint(fields=["statement", "person"], name="volunteer_once"),)

    def __str__(self) -> str:
        """Give the opaque reference."""
        return str(self.person)


class Spokesperson(Record):
    """Who delivers a statement; named outside the room only with their own consent (protection.Consent, S17)."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="spokespersons")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each person once."""

        constraints = (models.UniqueConstraint(fields=["statement", "person"], name="spokesperson_once"),)

    def __str__(self) -> str:
        """Give the opaque reference."""
        return str(self.person)


class Reply(Record):
    """What an addressee answered to a statement when it was delivered, or later."""

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="replies")
    by = MultilingualField(longest=300)
    content = MultilingualField()
    received_on = models.DateField()

    class Meta:
        """In the order received."""

        ordering = ("received_on", "id")

    def __str__(self) -> str:
        """Give who replied."""
        return str(self.by)


class Report(Record):
    """The report of a round: the record's own parts, and what people write around them (`texts`, by section).

    `figures` are the participants' protected figures as they were adopted; empty before.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="report")
    text = models.OneToOneField(Text, on_delete=models.PROTECT, related_name="report")
    state = models.CharField(max_length=12, choices=list(REPORT_STATES.items()), default=DRAFTING)
    figures = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        """Give the round's title."""
        return str(self.round)
