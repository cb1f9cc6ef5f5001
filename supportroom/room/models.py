"""The room and its pillars."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.room.vocabulary import ADOPTED, CONSENSUS, PILLAR_STATES, PROPOSED, RULE_KINDS


def default_countries() -> list[str]:
    """Give the countries whose regions are told apart, by their two-letter codes."""
    return ["SY"]


class Room(Record):
    """The charter. One row (`slot` is always 1).

    `countries`: two-letter codes of those whose regions are told apart. `quotas`: what a new round's list starts from,
    each {"kind", "value", "percent"} as in selection.Quota. `marks_per_member`: how many topics a member may support.

    For working groups and their papers: `seats_least` to `seats_most`; comment windows of `comment_days_least` to
    `comment_days_most` days (`comment_window_days` is what a form begins with), hidden comments or none; a members'
    check of `members_check_days` is agreed by more than `members_majority` percent of those for and against, if
    `members_quorum` percent of the roll answered; opposing opinions are taken `opinion_days` beyond its close.

    An answer to a recommendation is due `answer_days` after it was sent; its addressee is reminded
    `answer_reminder_days` before.

    `focal_point` takes reports of incidents (`safety`); naming one takes two people.
    """

    slot = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    name = MultilingualField(longest=200)
    principles = MultilingualField(blank=True)
    languages = models.JSONField(default=list)
    hubs = models.JSONField(default=list, blank=True)
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")
    rule_kind = models.CharField(max_length=20, choices=list(RULE_KINDS.items()), default=CONSENSUS)
    rule_minus = models.PositiveSmallIntegerField(default=0)
    rule_share = models.PositiveSmallIntegerField(
        default=75, validators=[MinValueValidator(50), MaxValueValidator(100)]
    )
    rule_quorum = models.PositiveSmallIntegerField(default=50, validators=[MaxValueValidator(100)])
    marks_per_member = models.PositiveSmallIntegerField(
        default=3, validators=[MinValueValidator(1), MaxValueValidator(20)]
    )
    countries = models.JSONField(default=default_countries, blank=True)
    quotas = models.JSONField(default=list, blank=True)
    minimum_notice_days = models.PositiveSmallIntegerField(default=14)
    comment_window_days = models.PositiveSmallIntegerField(
        default=10, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    comment_days_least = models.PositiveSmallIntegerField(
        default=7, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    comment_days_most = models.PositiveSmallIntegerField(
        default=10, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    comments_may_be_hidden = models.BooleanField(default=True)
    seats_least = models.PositiveSmallIntegerField(default=3, validators=[MinValueValidator(2), MaxValueValidator(15)])
    seats_most = models.PositiveSmallIntegerField(default=5, validators=[MinValueValidator(2), MaxValueValidator(15)])
    members_majority = models.PositiveSmallIntegerField(
        default=50, validators=[MinValueValidator(50), MaxValueValidator(99)]
    )
    members_quorum = models.PositiveSmallIntegerField(default=20, validators=[MaxValueValidator(100)])
    members_check_days = models.PositiveSmallIntegerField(
        default=7, validators=[MinValueValidator(1), MaxValueValidator(30)]
    )
    opinion_days = models.PositiveSmallIntegerField(default=5, validators=[MaxValueValidator(30)])
    answer_days = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(7), MaxValueValidator(730)]
    )
    answer_reminder_days = models.PositiveSmallIntegerField(default=14, validators=[MaxValueValidator(90)])
    focal_point = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        """One room per deployment."""

        constraints = (models.CheckConstraint(condition=models.Q(slot=1), name="one_room"),)

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)


class Pillar(Record):
    """A heading under which points and recommendations stand."""

    name = MultilingualField(longest=300)
    position = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=12, choices=list(PILLAR_STATES.items()), default=PROPOSED)
    search_text = models.TextField(blank=True, editable=False)

    class Meta:
        """In the charter's order."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the name in its original language."""
        return str(self.name)

    @property
    def is_adopted(self) -> bool:
        """Tell whether the charter holds this pillar."""
        return self.state == ADOPTED
