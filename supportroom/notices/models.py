"""Notices, the outbox of mails, choices of pace, followings, addresses that mail does not reach."""

import secrets

from django.conf import settings
from django.db import models

from supportroom.kernel.models import Record
from supportroom.mailing.vocabulary import TROUBLES
from supportroom.notices.vocabulary import CATEGORIES, CHANNELS, MAIL_STATES, PACES, WAITING
from supportroom.people.models import Person


def new_message_id() -> str:
    """Give a random Message-ID in the domain that mails come from: it says nothing about the room or the mail."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"
    return f"<{secrets.token_hex(16)}@{domain}>"


class Notice(Record):
    """That something moved which concerns a person. `entry` is the journal's id, `about` the thing to look at.

    It is shown in the room from `shows_at` on, or never. `is_mailed` says that a mail spoke of it or that none shall:
    a digest takes those that are not.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    entry = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    category = models.CharField(max_length=12, choices=list(CATEGORIES.items()))
    about = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    shows_at = models.DateTimeField(null=True, blank=True)
    is_read = models.BooleanField(default=False)
    is_mailed = models.BooleanField(default=False)

    class Meta:
        """Newest first; each entry once for a person."""

        ordering = ("-at", "id")
        constraints = (models.UniqueConstraint(fields=["entry", "person"], name="notice_once"),)
        indexes = (
            models.Index(fields=["person", "is_read"], name="notice_unread"),
            models.Index(fields=["person"], condition=models.Q(is_mailed=False), name="notice_unmailed"),
        )

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"notice {self.pk}"


class Mail(Record):
    """An outbox row: to whom, of what kind, since when. Its Message-ID is its own for good, however often it is tried.

    `kinds` are the categories that it speaks of; its words are made when it leaves. `reply_to` is the address to which
    its reader can answer with a comment: each such mail has its own. A worker that sends it holds a
    `lease` of its own until `leased_until`; one that was killed leaves a lease that runs out.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mails")
    message_id = models.CharField(max_length=255, unique=True, default=new_message_id, editable=False)
    kinds = models.JSONField(default=list)
    reply_to = models.EmailField(blank=True)
    state = models.CharField(max_length=8, choices=list(MAIL_STATES.items()), default=WAITING)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    lease = models.BigIntegerField(null=True, blank=True, db_index=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=12, choices=list(TROUBLES.items()), blank=True)

    class Meta:
        """What is due first comes first."""

        ordering = ("due_at", "id")
        indexes = (models.Index(fields=["state", "due_at"], name="mail_due"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"mail {self.pk}"


class Choice(Record):
    """A person's pace for a category and a channel; where there is none, the category's usual pace holds."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="choices")
    category = models.CharField(max_length=12, choices=list(CATEGORIES.items()))
    channel = models.CharField(max_length=4, choices=list(CHANNELS.items()))
    pace = models.CharField(max_length=8, choices=list(PACES.items()))

    class Meta:
        """One for each."""

        constraints = (models.UniqueConstraint(fields=["person", "category", "channel"], name="choice_once"),)

    def __str__(self) -> str:
        """Give the choice."""
        return f"{self.category} {self.channel} {self.pace}"


class Following(Record):
    """That a person follows a thing, or does not although they contributed to it or take part (`is_on` false)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="followings")
    thing = models.CharField(max_length=80, db_index=True)
    is_on = models.BooleanField(default=True)

    class Meta:
        """Each thing once."""

        constraints = (models.UniqueConstraint(fields=["person", "thing"], name="following_once"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"following {self.pk}"


class AddressTrouble(Record):
    """That a mail server refused a person's address for good. It holds for that address (its digest) and no other."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="address_trouble")
    digest = models.CharField(max_length=64)
    since = models.DateField()

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"address trouble {self.pk}"


class DigestDay(Record):
    """The last local day for which a person's digest was looked after, so that a late or second run sends no other."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="digest_day")
    day = models.DateField()

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"digest day {self.pk}"
