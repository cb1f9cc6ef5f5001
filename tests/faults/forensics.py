"""What somebody has who carries off the whole server: every byte on its disk, every row of its database, its logs."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

HANDLE = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")


def rows() -> Iterator[tuple[str, bytes]]:
    """Give every row of every table, as text, with the table's name."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield table, json.dumps(row, cls=DjangoJSONEncoder, ensure_ascii=False, default=str).encode()


def files(*folders: Path) -> Iterator[tuple[str, bytes]]:
    """Give every file under these folders with its bytes."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield str(path.relative_to(folder)), path.read_bytes()


def database_folder() -> Path | None:
    """Give the folder of PostgreSQL's tables where this user can read it."""
    if connection.vendor != "postgresql":
        return None
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT current_setting('data_directory'), oid FROM pg_database WHERE datname = current_database()"
        )
        folder, oid = cursor.fetchone()
    tables = Path(folder, "base", str(oid))
    try:
        next(tables.iterdir())
    except OSError:
        return None
    return tables


def everything(var: Path, *more: tuple[str, bytes]) -> dict[str, bytes]:
    """Give all that is there, by name: tables, files of the room, the database's own files, what was logged."""
    found: dict[str, bytes] = {}
    for table, row in rows():
        found[f"table {table}"] = found.get(f"table {table}", b"") + row + b"\n"
    folder = database_folder()
    found.update(("file " + name, content) for name, content in files(var, *([folder] if folder else [])))
    found.update(more)
    return found


def where(needle: bytes, found: dict[str, bytes]) -> list[str]:
    """Tell where something stands."""
    return [name for name, content in found.items() if needle in content]


def spellings(key: bytes) -> list[bytes]:
    """Give the ways in which a key could stand in a file."""
    return [key, key.hex().encode(), base64.b64encode(key).rstrip(b"="), base64.urlsafe_b64encode(key).rstrip(b"=")]


def linked(persons: Iterable[int], keys: Iterable[bytes], found: dict[str, bytes]) -> set[int]:
    """Try every key with every person, as itself and in the ways a hurried programmer might; give who was found."""
    marks = {mark for content in found.values() for mark in HANDLE.findall(content)}
    hit = set()
    for person, key in product(persons, keys):
        text = str(person).encode()
        tries = (hmac.new(key, text, hashlib.sha256), hashlib.sha256(key + text), hashlib.sha256(text + key))
        if any(attempt.hexdigest().encode() in marks for attempt in tries):
            hit.add(person)
    return hit


def keys_lying_about(found: dict[str, bytes], *known: str) -> set[bytes]:
    """Give everything that could serve as a key: what is known, whole small files, and every word of the tables."""
    keys = {b"", *(word.encode() for word in known)}
    keys |= {content.strip() for content in found.values() if len(content) < 4096}
    for name, content in found.items():
        if name.startswith("table "):
            keys |= set(re.findall(rb"[\w+/=.-]{6,}", content))
    return keys


def model_of(table: str) -> Any:
    """Give the model of a table."""
    return next(model for model in apps.get_models(include_auto_created=True) if model._meta.db_table == table)
