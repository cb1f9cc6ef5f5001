"""What the journal keeps. Rows point at nothing: they must outlive what they speak of."""

import secrets
from typing import Any

from django.db import models

from supportroom.journal.digests import START
from supportroom.kernel.models import Record

UNNAMED = "unnamed"
FORGOTTEN = "forgotten"
PERSONS = "person:"  # how the reference of a person begins


def new_salt() -> str:
    """Give 128 random bits."""
    return secrets.token_hex(16)


class EntryQuerySet(models.QuerySet["Entry"]):
    """Reads of the journal."""

    def about(self, *refs: str) -> "EntryQuerySet":
        """Keep what concerns these things, newest first."""
        return self.filter(thing__in=refs).order_by("-at")


class Entry(Record):
    """One thing that happened: the action's name, who did it, to what, and the facts needed to tell it.

    The database refuses to change or delete a row. One change alone it lets through: forgetting, which empties who did
    it, the facts, and the `salt` under which the chain holds both (see `guards`).
    """

    at = models.DateTimeField(db_index=True)
    action = models.CharField(max_length=80, db_index=True)
    actor = models.CharField(max_length=60, db_index=True)
    thing = models.CharField(max_length=80, db_index=True)
    facts = models.JSONField(default=dict)
    salt = models.CharField(max_length=32, default=new_salt, editable=False)

    objects = EntryQuerySet.as_manager()

    def __str__(self) -> str:
        """Say what happened to what."""
        return f"{self.action} {self.thing}"


class Link(models.Model):
    """An entry's place in the chain: its digest holds all that went before. Never changed, never deleted."""

    place = models.BigIntegerField(primary_key=True)
    entry = models.BigIntegerField(unique=True)
    sealed = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Give place and digest, as witnesses keep them."""
        return f"{self.place}:{self.digest}"


class Loose(models.Model):
    """An entry without an actor, until it gets its place with the others of its day, in an order that tells nothing."""

    entry = models.BigIntegerField(primary_key=True)
    sealed = models.CharField(max_length=64)

    def __str__(self) -> str:
        """Give the opaque id of the entry."""
        return f"loose {self.entry}"


class Head(models.Model):
    """The chain's end: one row, which every action that writes holds for the end of its transaction.

    `loose` counts the entries without a place; `loose_sum` adds up their digests (see `digests.loose`).
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    place = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=START)
    loose = models.PositiveIntegerField(default=0)
    loose_sum = models.CharField(max_length=64, default=START)

    def __str__(self) -> str:
        """Give place and digest, as witnesses keep them."""
        return f"{self.place}:{self.digest}"


class Untold(models.Model):
    """That nobody was told yet of an entry that floors above tell people of: the outbox of the journal (R08).

    Written in the transaction of the entry, deleted in the transaction that decides who is told.
    """

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.CASCADE, related_name="untold")

    def __str__(self) -> str:
        """Give the opaque id of the entry."""
        return f"untold {self.pk}"


class Receipt(models.Model):
    """The answer to one filled form: the same form again gets the same answer and changes nothing (R01).

    `key` is a digest of the form's random key, the action and what was filled in; nobody can be read from it.
    """

    key = models.CharField(max_length=64, primary_key=True)
    answer = models.CharField(max_length=120, default="")
    day = models.DateField(db_index=True)

    def __str__(self) -> str:
        """Give the key's beginning."""
        return self.key[:8]


def reference(thing: Any) -> str:
    """Give the opaque reference under which the journal knows a thing: `points.point:123`."""
    return thing if isinstance(thing, str) else f"{thing._meta.label_lower}:{thing.pk}"
