"""Notices, the outbox of mails, choices of pace, followings, addresses that mail does not reach."""

from django.db import models

from supportroom.kernel.models import Record
from supportroom.notices.vocabulary import CATEGORIES, CHANNELS, MAIL_STATES, PACES, WAITING
from supportroom.people.models import Person


class Notice(Record):
    """That something moved which concerns a person. `entry` is the journal's id; `page` the address of where to look.

    `mailed` says that a mail spoke of it or that none shall: a digest takes those that are not.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    entry = models.BigIntegerField()
    kind = models.CharField(max_length=80)
    category = models.CharField(max_length=12, choices=list(CATEGORIES.items()))
    about = models.CharField(max_length=80)
    at = models.DateTimeField(db_index=True)
    is_shown = models.BooleanField(default=True)
    is_read = models.BooleanField(default=False)
    is_mailed = models.BooleanField(default=False)

    class Meta:
        """Newest first; each entry once for a person."""

        ordering = ("-at", "id")
        constraints = (models.UniqueConstraint(fields=["person", "entry"], name="notice_once"),)
        indexes = (models.Index(fields=["person", "is_read"], name="notice_unread"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"notice {self.pk}"


class Mail(Record):
    """An outbox row: to whom, of what kind, since when. Its Message-ID is its own for good, however often it is tried.

    `kinds` are the categories that it speaks of; its words are made when it leaves. `leased_until` keeps a second worker
    away while one is sending; a worker that was killed leaves a lease that runs out.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mails")
    kinds = models.JSONField(default=list)
    is_digest = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=list(MAIL_STATES.items()), default=WAITING)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=40, blank=True)

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
    """That a person follows a thing, or does not although they contributed to it (`is_on` false)."""

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
    """That the mail server refused a person's address for good, and when; taken away when the address changes."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="address_trouble")
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
