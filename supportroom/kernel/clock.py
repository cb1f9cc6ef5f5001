"""The one clock: every instant is read here, in UTC. Tests hold it still; the demo room has a past by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_turned: ContextVar[datetime | None] = ContextVar("turned", default=None)


def now() -> datetime:
    """Give the present instant, aware, in UTC."""
    return _turned.get() or timezone.now()


@contextmanager
def turned_to(moment: datetime) -> Iterator[None]:
    """Let the clock stand at an instant for what is done inside: for building the demo room alone."""
    token = _turned.set(moment)
    try:
        yield
    finally:
        _turned.reset(token)
