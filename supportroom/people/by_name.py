"""Rows in order of a person's name, and persons whose name holds words.

Names are sealed (S44), so the database can neither sort nor search by them: the names alone are read and opened (7
microseconds each), and of a page its rows alone.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from operator import itemgetter
from typing import Any, Final, TypeVar, cast

from django.db.models import QuerySet
from django.db.models.query import ModelIterable

from supportroom.kernel.arabic import fold
from supportroom.kernel.keyring import unseal_all
from supportroom.kernel.searching import MOST_WORDS
from supportroom.people.models import Person

Rows = TypeVar("Rows", bound=QuerySet)
LONGEST_SEARCH: Final = 1000


class _ByName(QuerySet):
    """A query whose rows come in order of a name; counting reads the names, and slicing then the rows of the slice."""

    path_of_name: str | None = None
    _order: list[Any] | None = None

    def _clone(self) -> Any:
        clone = super()._clone()  # type: ignore[misc]
        clone.path_of_name = self.path_of_name
        return clone

    def order_by(self, *names: Any) -> Any:
        """Come in another order."""
        found = super().order_by(*names)
        found.path_of_name = None
        return found

    @property
    def ordered(self) -> bool:
        """Tell whether the rows come in an order."""
        return self.path_of_name is not None or super().ordered

    def first(self) -> Any:
        """Give the first row, or None."""
        return super().first() if self.path_of_name is None else next(iter(self), None)

    def count(self) -> int:
        """Count, and keep the order for the slice that follows."""
        if self.path_of_name is None or self._result_cache is not None or self.query.is_sliced:
            return super().count()
        return len(self._in_order())

    def __getitem__(self, at: Any) -> Any:
        """Give a slice, as a list, or a row, in order."""
        if self.path_of_name is None or self._result_cache is not None or self._iterable_class is not ModelIterable:
            return super().__getitem__(at)
        wanted = self._in_order()[at]
        if isinstance(at, slice):
            return list(self.filter(pk__in=wanted)) if wanted else []
        return self.get(pk=wanted)

    def _in_order(self) -> list[Any]:
        if self._order is None:
            key, name = (f"{self.path_of_name}__{field}" if self.path_of_name else field for field in ("pk", "name"))
            kept = list(super().order_by("pk").values_list("pk", key, name))
            names = opened(((person, sealed) for _pk, person, sealed in kept), "name")
            self._order = [pk for _name, pk in sorted(zip(names, map(itemgetter(0), kept), strict=True))]
        return self._order

    def _fetch_all(self) -> None:
        is_new = self._result_cache is None
        super()._fetch_all()
        if is_new and self.path_of_name is not None and self._iterable_class is ModelIterable and self._result_cache:
            self._result_cache.sort(key=self._name_of)

    def _name_of(self, row: Any) -> tuple[str, Any]:
        return (getattr(row, self.path_of_name) if self.path_of_name else row).name, row.pk


def opened(rows: Iterable[tuple[int, Any]], field: str) -> Iterator[str]:
    """Open a column of persons, read without the rows: pairs of a person's id and what stands there."""
    return unseal_all(((pk, sealed.text) for pk, sealed in rows), Person._meta.label_lower, field)


@cache
def _class_by_name(kind: Any) -> Any:
    return type(f"{kind.__name__}ByName", (_ByName, kind), {})


def by_name(rows: Rows, person: str = "") -> Rows:
    """Give rows in order of their person's name: of persons, or of what refers to one by the field `person`."""
    found: Any = (rows.select_related(person) if person else rows).order_by()
    if not isinstance(found, _ByName):
        found = found.all()
        kind: Any = type(found)
        found.__class__ = _class_by_name(kind)
    found.path_of_name = person
    return cast("Rows", found)


def called(words: str, among: QuerySet[Person] | None = None) -> list[int]:
    """Give the ids of persons whose name or organisation holds every word, however it is typed."""
    wanted = fold(words[:LONGEST_SEARCH]).split()[:MOST_WORDS]
    return [pk for pk, text in _searched(among) if all(word in text for word in wanted)]


def exactly_called(name: str, among: QuerySet[Person] | None = None) -> list[Person]:
    """Give the persons who bear this very name, however it is typed."""
    wanted = fold(name).split()
    persons = Person.objects.all() if among is None else among
    return [person for person in persons if wanted and fold(person.name).split() == wanted]


def _searched(among: QuerySet[Person] | None) -> Iterator[tuple[int, str]]:
    persons = Person.objects.all() if among is None else among
    kept = list(persons.exclude(search_text="").order_by().values_list("pk", "search_text"))
    yield from zip(map(itemgetter(0), kept), opened(kept, "search_text"), strict=True)
