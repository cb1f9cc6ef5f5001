"""Envelopes."""

import secrets

from django.conf import settings
from django.db import models

from supportroom.kernel.encrypted import EncryptedEmailField, EncryptedField
from supportroom.kernel.models import Record
from supportroom.mailing.vocabulary import ENVELOPE_STATES, WAITING


def new_message_id() -> str:
    """Give a random Message-ID in the domain that mails come from: it says nothing about the room or the mail."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"
    return f"<{secrets.token_hex(16)}@{domain}>"


class Envelope(Record):
    """One mail to one address.

    `kind` says whose words it carries, `thing` about what; `secret` a link's token, until it has left.

    Its Message-ID is its own for good, however often it is tried. `address` and `secret` are emptied when it has
    left or was given up for good. A worker that sends it holds a `lease` of its own until `leased_until`.
    """

    kind = models.CharField(max_length=40)
    thing = models.CharField(max_length=80, db_index=True)
    address = EncryptedEmailField(blank=True)
    language = models.CharField(max_length=12)
    secret = EncryptedField(max_length=100, blank=True)
    message_id = models.CharField(max_length=255, unique=True, default=new_message_id, editable=False)
    state = models.CharField(max_length=8, choices=list(ENVELOPE_STATES.items()), default=WAITING)
    written_at = models.DateTimeField()
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    lease = models.BigIntegerField(null=True, blank=True, db_index=True)
    leased_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=12, blank=True)

    class Meta:
        """What is due first comes first."""

        ordering = ("due_at", "id")
        indexes = (models.Index(fields=["state", "due_at"], name="envelope_due"),)

    def __str__(self) -> str:
        """Give the opaque id."""
        return f"envelope {self.pk}"
