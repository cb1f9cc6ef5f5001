"""Letters, invitations, responses, support requests, questions, joint declines."""

from datetime import datetime

from django.db import models

from supportroom.invitations.vocabulary import (
    ASKED,
    DRAFTED,
    INVITATION_STATES,
    PROPOSAL_STATES,
    REQUEST_STATES,
    RESPONSE_KINDS,
    SUPPORT_KINDS,
)
from supportroom.kernel.encrypted import EncryptedField
from supportroom.kernel.ids import random_id
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.people.models import Person
from supportroom.rounds.models import Group, Round
from supportroom.topics.models import Topic


class Letter(Record):
    """The invitation's words, one letter in each language, and its term (a UTC instant).

    `notice_days`: days between the first sending and the round's first day, by the round's calendar; `promised_days`
    what the charter promised then. `reason` is written where a notice is shorter, and stands in the invitation and in
    the report.
    """

    round = models.OneToOneField(Round, on_delete=models.CASCADE, related_name="letter")
    text = MultilingualField(longest=6000)
    answer_by = models.DateTimeField()
    reason = MultilingualField(blank=True, longest=2000)
    sent_at = models.DateTimeField(null=True, blank=True)
    notice_days = models.PositiveSmallIntegerField(null=True, blank=True)
    promised_days = models.PositiveSmallIntegerField(null=True, blank=True)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"letter {self.pk}"


class Invitation(Record):
    """One person's invitation to a round. `instead_of` is the invitation whose substitute this one is.

    `answer_by` is a term of its own where it has one, else the letter's holds. `reminded_days` are the reminders sent
    for the present term; `reminded_on` the day of the last one.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="invitations")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitations")
    state = models.CharField(max_length=12, choices=list(INVITATION_STATES.items()), default=DRAFTED, db_index=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    answer_by = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    programme_number = models.PositiveSmallIntegerField(default=0)
    instead_of = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="substituted_by"
    )
    reminded_days = models.JSONField(default=list, blank=True)
    reminded_on = models.DateField(null=True, blank=True)

    class Meta:
        """Each person once in a round."""

        constraints = (models.UniqueConstraint(fields=["round", "person"], name="invitation_once_per_round"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"invitation {self.pk}"

    @property
    def term(self) -> datetime:
        """The instant from which no answer is taken: its own, or the letter's."""
        return self.answer_by or self.round.letter.answer_by

    def is_over(self, moment: datetime) -> bool:
        """Tell whether the term for an answer has ended at this instant."""
        return moment >= self.term


class Response(Record):
    """One answer to an invitation, kept as it was given; the newest is in force. Seen by the person and the team.

    `support`: [kind, note] of what was asked for. `proposal`: what became of a proposed substitute, with the team's
    `reply`.
    """

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="responses")
    kind = models.CharField(max_length=20, choices=list(RESPONSE_KINDS.items()))
    reason = MultilingualField(blank=True, longest=2000)
    substitute_name = EncryptedField(max_length=200, blank=True)
    substitute_contact = EncryptedField(max_length=200, blank=True)
    proposal = models.CharField(max_length=10, choices=list(PROPOSAL_STATES.items()), blank=True)
    reply = MultilingualField(blank=True, longest=1000)
    support = models.JSONField(default=list, blank=True)
    at = models.DateTimeField()
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """Oldest first."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"response {self.pk}"


class SupportRequest(Record):
    """What somebody needs in order to take part; seen by them and the team."""

    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="support_requests")
    kind = models.CharField(max_length=14, choices=list(SUPPORT_KINDS.items()))
    note = models.CharField(max_length=1000, blank=True)
    state = models.CharField(max_length=14, choices=list(REQUEST_STATES.items()), default=ASKED)
    answer = models.CharField(max_length=1000, blank=True)

    class Meta:
        """Each kind once for an invitation."""

        constraints = (models.UniqueConstraint(fields=["invitation", "kind"], name="support_once_per_kind"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"support request {self.pk}"


class Question(Record):
    """What somebody invited asks a topic's contact person; the answer goes to all invited, without names."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="questions")
    topic = models.ForeignKey(Topic, null=True, blank=True, on_delete=models.SET_NULL, related_name="asked")
    invitation = models.ForeignKey(Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="asked")
    text = MultilingualField(longest=2000)
    answer = MultilingualField(blank=True, longest=4000)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """As asked."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"question {self.pk}"


class JointDecline(Record):
    """One statement by which several organisations decline; `code` opens it to those to whom it is handed on.

    Published with the round where its first signatory wishes so; then with those organisations that agree to be named.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="joint_declines")
    text = MultilingualField(longest=12_000)
    code = models.BigIntegerField(default=random_id, unique=True, editable=False)
    is_public = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"joint decline {self.pk}"


class Signature(Record):
    """An invited person's signature under a joint decline, with their organisation's name where it may be published.

    It is `in_force` until they answer otherwise.
    """

    joint_decline = models.ForeignKey(JointDecline, on_delete=models.CASCADE, related_name="signatures")
    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="signature")
    organisation = models.CharField(max_length=200)
    may_be_named = models.BooleanField(default=False)
    in_force = models.BooleanField(default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """As signed."""

        ordering = ("position", "id")

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"signature {self.pk}"
