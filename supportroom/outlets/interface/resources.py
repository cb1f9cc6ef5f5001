"""What the interface offers: each kind of public thing with its filters, its shape, and how it is read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from supportroom.outlets.interface.filters import Filter
from supportroom.outlets.interface.shapes import Schema


@dataclass(frozen=True)
class Resource:
    """One kind of public things.

    `rows` gives all of them in a stable order, `narrow` those that were asked for, `write` some of them as plain values
    in a fixed number of queries. `key`: the field by which one is found in its address.
    """

    name: str
    words: Promise
    shape: Mapping[str, Schema]
    rows: Callable[[], QuerySet[Any]]
    write: Callable[[Sequence[Any]], list[dict[str, Any]]]
    filters: tuple[Filter, ...] = ()
    narrow: Callable[[QuerySet[Any], Mapping[str, Any]], QuerySet[Any]] = lambda rows, _asked: rows
    key: str = "slug"
