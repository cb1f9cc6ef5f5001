"""Rows of the index come and go."""

from collections.abc import Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import create_many, erase_all
from supportroom.kernel.actors import Actor
from supportroom.search.models import Finding


@action("search.fill_index", on="kind")
def fill_index(*, actor: Actor, kind: str, gone: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """Take what stands in the index of these things of a kind (`gone`) out of it, and put rows in."""
    erase_all(Finding.objects.filter(kind=kind, thing__in=gone))
    create_many(Finding, rows)
    record(f"search:{kind}", actor=actor, gone=len(gone), rows=len(rows))
