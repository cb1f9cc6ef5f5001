"""Queries whose SQL is written once: for the pages that a whole room asks for at the same time.

Making SQL out of a large query set costs the ORM several times what the database needs to answer. A `Kept` query is
written the first time in each thread, with stand-ins for its values; afterwards only the values are put in.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Value = int | str | datetime | None
_FIRST: Final = 0x5EED_5EED_5EED_000  # no row has it: the first bit of every id is set (`ids.random_id`)


class Kept:
    """A query by named values: whole numbers, texts and instants. None may change its form, which is kept apart."""

    def __init__(self, write: Callable[..., QuerySet[Any]]) -> None:
        """Take the function that builds the query set out of the values; what it does may depend on None alone."""
        self._write = write
        self._thread = threading.local()

    def __call__(self, **values: Value) -> list[Any]:
        """Give the rows for these values, as the query set would."""
        connection = connections[DEFAULT_DB_ALIAS]
        written: dict[Any, _Written] = self._thread.__dict__.setdefault("written", {})
        form = (id(connection), *(name for name, value in values.items() if value is None))
        if form not in written:
            written[form] = _Written(self._write, values, connection)
        return written[form].ask(values)


class _Written:
    """A query set with its SQL and the places of its values."""

    def __init__(self, write: Callable[..., QuerySet[Any]], values: dict[str, Value], connection: Any) -> None:
        given = {name: _stand_in(number, value) for number, (name, value) in enumerate(values.items())}
        self.rows = write(**given)
        self.connection = connection
        self.compiler = self.rows.query.get_compiler(connection=connection)
        self.sql, self.params = self.compiler.as_sql()
        names = {_adapted(value, connection): name for name, value in given.items() if value is not None}
        self.places = [(place, names[param]) for place, param in enumerate(self.params) if _is_in(param, names)]
        unused = {name for name, value in given.items() if value is not None} - {name for _place, name in self.places}
        if unused:
            raise LookupError(f"values that the query does not show as they are: {sorted(unused)}")
        query: Any = self.rows.query
        query.get_compiler = lambda *_args, **_kwargs: self.compiler

    def ask(self, values: dict[str, Value]) -> list[Any]:
        """Put the values in their places, and give the rows."""
        params = list(self.params)
        for place, name in self.places:
            params[place] = _adapted(values[name], self.connection)
        self.compiler.as_sql = lambda *_args, **_kwargs: (self.sql, tuple(params))
        iterated: Any = self.rows._iterable_class  # noqa: SLF001 - what iterating it does, without keeping rows
        return list(iterated(self.rows))


def _stand_in(number: int, value: Value) -> Value:
    """Give a value of the same kind that stands nowhere else."""
    if isinstance(value, datetime):
        return datetime(1900, 1, 1, 0, 0, 0, number + 1, tzinfo=UTC)
    if isinstance(value, str):
        return f"stand-in {_FIRST + number}"
    return None if value is None else _FIRST + number


def _adapted(value: Value, connection: Any) -> Any:
    return connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _is_in(param: Any, names: dict[Any, str]) -> bool:
    return isinstance(param, int | str | datetime) and param in names
