"""Points, their versions, checks and what came of them. No row names or references who wrote or chose (S14, S15)."""

from django.db import models

from supportroom.kernel.models import RandomIdField, Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.kernel.searching import holding
from supportroom.points.vocabulary import CHECK_STATES, CHOICES, OPEN, POINT_STATES, RAISED, STANDING
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group, Round, Session


class PointQuerySet(models.QuerySet["Point"]):
    """Reads of points."""

    def on_list_of(self, session: Session) -> "PointQuerySet":
        """Keep what stands on a session's list: its group's points that were raised in it or in an earlier session."""
        return self.of(session.round_id, session.group_id).filter(raised_in__starts_at__lte=session.starts_at)

    def of(self, round_id: int, group_id: int | None) -> "PointQuerySet":
        """Keep the points of one group of a round, or those of the round as a whole."""
        return self.filter(round_id=round_id, group_id=group_id)

    def standing(self) -> "PointQuerySet":
        """Leave out what was merged, split or withdrawn."""
        return self.filter(state__in=STANDING)

    def matching(self, words: str) -> "PointQuerySet":
        """Keep what holds all these words, however they are typed."""
        return self.filter(holding(words))


class Point(Record):
    """One point under a pillar. `handle` stands for its author while the session's key exists, then it is empty.

    `wording_number` counts the wordings it had; those before the present one are `versions`.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="points")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="points")
    pillar = models.ForeignKey(Pillar, on_delete=models.PROTECT, related_name="points")
    raised_in = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="points_raised")
    settled_in = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.PROTECT, related_name="points_settled"
    )
    content = MultilingualField(longest=5000)
    search_text = models.TextField(blank=True, editable=False)
    state = models.CharField(max_length=12, choices=list(POINT_STATES.items()), default=RAISED)
    position = models.PositiveIntegerField(default=0)
    number = models.PositiveIntegerField(default=0)
    wording_number = models.PositiveIntegerField(default=1, editable=False)
    handle = models.CharField(max_length=64, blank=True, editable=False)
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="merged")
    split_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts")

    objects = PointQuerySet.as_manager()

    class Meta:
        """In the board's order."""

        ordering = ("position", "id")
        indexes = (models.Index(fields=["round", "group", "state"]),)

    def __str__(self) -> str:
        """Give the words in their original language."""
        return str(self.content)


class PointVersion(models.Model):
    """A wording that a point had: number and words, neither author nor time."""

    id = RandomIdField()
    point = models.ForeignKey(Point, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = MultilingualField(longest=5000)

    class Meta:
        """Each number once."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["point", "number"], name="one_point_version_per_number"),)

    def __str__(self) -> str:
        """Give the number."""
        return f"version {self.number}"


class Check(Record):
    """A question to the session: can the room agree on this?"""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="checks")
    state = models.CharField(max_length=8, choices=list(CHECK_STATES.items()), default=OPEN)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        """In the order in which they were opened; one open check at a time in a session."""

        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["session"], condition=models.Q(state=OPEN), name="one_open_check_per_session"
            ),
        )

    def __str__(self) -> str:
        """Give the position."""
        return f"check {self.position}"


class CheckItem(Record):
    """What a check asks about: a point, or a text of a higher floor by its opaque `subject`; in the words asked about.

    `answered` is the number that may be shown while the check is open (`counting.shown_count`). `tally`
    ({choice: count}), `proposal` and `why` (the rule's result, its reasons) come at the close; `outcome` and `word`
    when the facilitator confirms.
    """

    check_asked = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="items")
    point = models.ForeignKey(Point, null=True, blank=True, on_delete=models.CASCADE, related_name="check_items")
    subject = models.CharField(max_length=80, blank=True, db_index=True)
    subject_version = models.PositiveIntegerField(default=0)
    wording = MultilingualField()
    position = models.PositiveIntegerField(default=0)
    answered = models.PositiveSmallIntegerField(default=0)
    present = models.PositiveSmallIntegerField(default=0)
    tally = models.JSONField(default=dict, blank=True)
    proposal = models.CharField(max_length=12, blank=True)
    why = models.JSONField(default=list, blank=True)
    outcome = models.CharField(max_length=12, blank=True)
    word = models.CharField(max_length=500, blank=True)

    class Meta:
        """In the order in which they are asked."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the wording asked about."""
        return str(self.wording)


class Position(Record):
    """A handle's answer to one item; the row goes when the session closes."""

    item = models.ForeignKey(CheckItem, on_delete=models.CASCADE, related_name="positions")
    handle = models.CharField(max_length=64, editable=False)
    choice = models.CharField(max_length=16, choices=list(CHOICES.items()))
    reason = models.CharField(max_length=2000, blank=True)
    language = models.CharField(max_length=12, blank=True)

    class Meta:
        """One answer of a handle to an item."""

        constraints = (models.UniqueConstraint(fields=["item", "handle"], name="one_position_per_handle"),)

    def __str__(self) -> str:
        """Give nothing away."""
        return "position"


class Reason(Record):
    """A reason that somebody gave, kept with the item and without whose it was."""

    item = models.ForeignKey(CheckItem, on_delete=models.CASCADE, related_name="reasons")
    choice = models.CharField(max_length=16, choices=list(CHOICES.items()))
    text = models.CharField(max_length=2000)
    language = models.CharField(max_length=12, blank=True)

    def __str__(self) -> str:
        """Give the reason."""
        return self.text


class Board(models.Model):
    """What a session's screens show: the point in focus, and a revision that grows with every change."""

    session = models.OneToOneField(Session, primary_key=True, on_delete=models.CASCADE, related_name="board")
    focus = models.ForeignKey(Point, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        """Give the revision."""
        return f"revision {self.revision}"
