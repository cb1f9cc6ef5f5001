"""Abstract models: an opaque id and a version for every row."""

from typing import Any

from django.db import models

from supportroom.kernel.ids import random_id


class RandomIdField(models.BigAutoField):
    """A primary key that is random instead of counted; on SQLite it is the row id itself (S24)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Be a primary key with a random default."""
        kwargs.update(primary_key=True, default=random_id, editable=False)
        super().__init__(*args, **kwargs)


class Record(models.Model):
    """A row with an opaque id and the version that edits carry (R07): `journal.writing` counts it up."""

    id = RandomIdField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        """Abstract."""

        abstract = True
