"""Subscribers and issues."""

from django.db import models

from supportroom.kernel.encrypted import BlindIndexField, EncryptedEmailField, indexes_of
from supportroom.kernel.models import Record
from supportroom.kernel.multilingual import MultilingualField
from supportroom.newsletter.vocabulary import DRAFTED, ISSUE_STATES, PENDING, SUBSCRIBER_STATES


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    """How subscribers are found."""

    def at_address(self, address: str) -> "SubscriberQuerySet":
        """Keep who has this address, whatever its case, without opening any (S44)."""
        return self.filter(address_index__in=indexes_of(self.model, "address", address))


class Subscriber(Record):
    """Somebody who asked for the newsletter. `digest`: of the link by which they confirm it; empty once they did."""

    address = EncryptedEmailField()
    address_index = BlindIndexField(of="address", unique=True)
    language = models.CharField(max_length=12, default="ar")
    state = models.CharField(max_length=10, choices=list(SUBSCRIBER_STATES.items()), default=PENDING)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    asked_on = models.DateField()

    objects = SubscriberQuerySet.as_manager()

    def __str__(self) -> str:
        """Give the opaque id, never the address."""
        return f"subscriber {self.pk}"


class NewsletterIssue(Record):
    """One issue: what is new since a day, with an introduction.

    `lines`, by language, are frozen when it is sent: each {"day", "kind", "title", "address"}.
    """

    title = MultilingualField(longest=200)
    introduction = MultilingualField(blank=True, longest=4000)
    since = models.DateField()
    lines = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=10, choices=list(ISSUE_STATES.items()), default=DRAFTED)
    sent_on = models.DateField(null=True, blank=True)
    sent_to = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first."""

        ordering = ("-since", "id")

    def __str__(self) -> str:
        """Give the title in its original language."""
        return str(self.title)
