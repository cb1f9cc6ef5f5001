"""The idempotency key of the request at hand: set by the web floor, read by the door of actions."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_key: ContextVar[str] = ContextVar("once_key", default="")


def fresh_key() -> str:
    """Give a new key for a form: 128 random bits."""
    return secrets.token_urlsafe(16)


def current_key() -> str:
    """Give the key that the present request carries, or nothing."""
    return _key.get()


@contextmanager
def keyed(key: str) -> Iterator[None]:
    """Let everything inside act under this key."""
    token = _key.set(key[:64])
    try:
        yield
    finally:
        _key.reset(token)
