"""What a page asks several times is asked once: kept for one request that only reads, and for nothing else."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

T = TypeVar("T")
_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


@contextmanager
def only_reading() -> Iterator[None]:
    """Keep answers while a request is answered in which nothing is written."""
    token = _kept.set({})
    try:
        yield
    finally:
        _kept.reset(token)


def asked_once(question: Hashable, ask: Callable[[], T]) -> T:
    """Give the answer to a question (its name and what it is about); `ask` is called again wherever something is
    written.
    """
    kept = _kept.get()
    if kept is None:
        return ask()
    if question not in kept:
        kept[question] = ask()
    answer: T = kept[question]
    return answer
