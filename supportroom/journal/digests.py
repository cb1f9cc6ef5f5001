"""How entries are digested for the chain: pure functions, the same for ever, or every old journal would look broken.

What may have to be forgotten, who did it and its facts, enters by a commitment under a salt of its own. Once the salt
is emptied with them nobody can find out by trying which person it was, and the chain still holds.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, Protocol

START: Final = "0" * 64  # what the first link follows
WIDTH: Final = 1 << 256


class Entryish(Protocol):
    """What is digested of an entry; migrations hold one that is not the model's."""

    pk: Any
    version: int
    at: datetime
    action: str
    actor: str
    thing: str
    facts: Any
    salt: str


def sealed(salt: str, actor: str, facts: Mapping[str, Any]) -> str:
    """Give the commitment to who did it and to the facts, under the entry's salt."""
    plain = json.loads(json.dumps(facts))  # as the database will give them back
    return _digest("sealed", salt, actor, plain)


def link(before: str, place: int, entry: Entryish, seal: str) -> str:
    """Give the digest of a link: of the digest before it, its place, what the entry says openly, and the commitment."""
    return _digest("link", before, place, *_open(entry), seal)


def loose(entry: Entryish, seal: str) -> int:
    """Give the number that stands for an entry without a place yet; numbers are added up, so no order is told."""
    return int(_digest("loose", *_open(entry), seal), 16)


def _open(entry: Entryish) -> tuple[Any, ...]:
    return (
        entry.pk,
        entry.version,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.action,
        entry.thing,
    )


def _digest(*parts: Any) -> str:
    words = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()
