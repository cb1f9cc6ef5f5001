"""Summaries, press packs, quotations, press contacts."""

from django.db import models

from supportroom.groups.models import Seat
from supportroom.kernel.encrypted import EncryptedEmailField, EncryptedField
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.press.vocabulary import OFFERED, QUOTATION_STATES


class PressPack(Record):
    """What the press is handed of one paper. The summary is approved by the group.

    `embargo_until` is the UTC instant before which nothing of it may be published; `time_zone` is whose clock told it.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="press_pack")
    summary = MultilingualField(blank=True, longest=4000)
    letter = MultilingualField(blank=True, longest=4000)
    embargo_until = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=60, default="Asia/Damascus")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"press pack {self.pk}"


class Approval(Record):
    """That a seat of the group approves this very wording of the summary (its digest)."""

    pack = models.ForeignKey(PressPack, on_delete=models.CASCADE, related_name="approvals")
    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64)

    class Meta:
        """One word of each seat."""

        constraints = (models.UniqueConstraint(fields=["pack", "seat"], name="approval_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"approval {self.pk}"


class Quotation(Record):
    """Somebody's words for the press, cleared by that person alone, who says whether their name goes with them.

    That they agree to be named is a protection.Consent on the quotation.
    """

    pack = models.ForeignKey(PressPack, on_delete=models.CASCADE, related_name="quotations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    text = MultilingualField(longest=1000)
    state = models.CharField(max_length=12, choices=list(QUOTATION_STATES.items()), default=OFFERED)
    offered_on = models.DateField()

    class Meta:
        """In a fixed order that tells nothing of when each was cleared."""

        ordering = ("offered_on", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"quotation {self.pk}"


class PressContact(Record):
    """Somebody at a newspaper to whom letters go, of whatever paper; kept and read by the team alone."""

    name = EncryptedField(max_length=200)
    outlet = models.CharField(max_length=200)
    address = EncryptedEmailField(blank=True)
    language = models.CharField(max_length=12, default="en")

    class Meta:
        """By outlet."""

        ordering = ("outlet", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"press contact {self.pk}"
