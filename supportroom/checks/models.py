"""Members' checks and the answers that stand while one is open."""

from datetime import datetime

from django.db import models

from supportroom.checks.vocabulary import CHECK_STATES, CHOICES, OPEN, PURPOSES
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person


class MembersCheck(Record):
    """A question put to all members. Times are UTC instants; rule and size of the roll are frozen at the opening.

    `subject` is an opaque reference with `subject_version`, what exactly is asked about. `tally` maps each choice to
    its count once it is counted; `is_agreed` is empty before. `reason`: why it was taken back.
    """

    purpose = models.CharField(max_length=16, choices=list(PURPOSES.items()))
    subject = models.CharField(max_length=80, db_index=True)
    subject_version = models.PositiveIntegerField(default=1)
    question = MultilingualField(longest=1000)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    majority_percent = models.PositiveSmallIntegerField()
    quorum_percent = models.PositiveSmallIntegerField()
    roll = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=list(CHECK_STATES.items()), default=OPEN, db_index=True)
    tally = models.JSONField(default=dict, blank=True)
    is_agreed = models.BooleanField(null=True, blank=True)
    reason = MultilingualField(blank=True, longest=1000)

    class Meta:
        """Newest first; a window has a length; one open check about a thing."""

        ordering = ("-opens_at", "id")
        constraints = (
            models.CheckConstraint(condition=models.Q(closes_at__gt=models.F("opens_at")), name="check_has_length"),
            models.UniqueConstraint(fields=["subject"], condition=models.Q(state=OPEN), name="one_open_check_about"),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"members' check {self.pk}"

    def takes_answers(self, moment: datetime) -> bool:
        """Tell whether answers are taken at this instant: from the first to before the last."""
        return self.state == OPEN and self.opens_at <= moment < self.closes_at

    def is_over(self, moment: datetime) -> bool:
        """Tell whether it waits to be counted at this instant."""
        return self.state == OPEN and moment >= self.closes_at


class RollEntry(Record):
    """That somebody was a member when a check opened: they and nobody else may answer it. It goes with the count."""

    check_asked = models.ForeignKey(MembersCheck, on_delete=models.CASCADE, related_name="roll_entries")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        """Each member once."""

        constraints = (models.UniqueConstraint(fields=["check_asked", "person"], name="on_roll_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"roll entry {self.pk}"


class CheckAnswer(Record):
    """What one member answers, under a handle made with the check's key; erased when the check is counted."""

    check_asked = models.ForeignKey(MembersCheck, on_delete=models.CASCADE, related_name="answers")
    handle = models.CharField(max_length=64)
    choice = models.CharField(max_length=8, choices=list(CHOICES.items()))

    class Meta:
        """One answer of a member."""

        constraints = (models.UniqueConstraint(fields=["check_asked", "handle"], name="one_answer_per_member"),)

    def __str__(self) -> str:
        """Give the opaque id: not whose it is."""
        return f"answer {self.pk}"
