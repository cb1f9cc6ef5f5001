"""A room with something in it, a folder for archives, and the key that is on another machine."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pyrage

from supportroom.backups.making import Made, back_up
from supportroom.backups.restoring import Restored, restore


def new_key() -> Any:
    """Make a pair as `age-keygen` would, elsewhere."""
    return pyrage.x25519.Identity.generate()


def opened(archive: Path, key: Any) -> bytes:
    """Give what whoever has the private key reads."""
    return pyrage.decrypt(archive.read_bytes(), [key])


def made(target: Path) -> Made:
    """Make a backup."""
    return back_up(target)


def brought_back(archive: Path, key: Any, *, replace: bool = True) -> Restored:
    """Restore over the room that is there."""
    return restore(archive, [key], replace=replace)


def asked_of(path: Path, query: str) -> list[Any]:
    """Ask a SQLite file beside Django."""
    with closing(sqlite3.connect(path)) as room:
        return room.execute(query).fetchall()
