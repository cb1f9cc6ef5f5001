"""The keys of encrypted fields, and sealing with them (S44): AES-256-GCM, a random nonce, a place that is bound in.

Keys lie in a file of the operator's, never in the database: a line each, `name:key`, the first of which seals while all
open. The place of a sealed text (model, row, field) and its key's name are authenticated: moved to another row it is an
error, not another person's address. A blind index finds a text without opening any.
"""

import base64
import binascii
import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
NAME: Final = re.compile(r"[a-z0-9]{1,16}")
LINE: Final = re.compile(r"([a-z0-9]{1,16}):([A-Za-z0-9_-]{43})=?")


class KeysMissing(RuntimeError):
    """There is no usable key file, or none of its keys is the one with which something was sealed."""


class Unreadable(RuntimeError):
    """A sealed text was changed, moved, or sealed with another key of the same name."""


@dataclass(frozen=True)
class Key:
    """One key: two that are derived from it do the work."""

    name: str
    secret: bytes

    def _derived(self, use: bytes) -> bytes:
        return HKDF(SHA256(), KEY_BYTES, salt=None, info=b"supportroom " + use).derive(self.secret)

    @cached_property
    def sealing(self) -> AESGCM:
        """What seals and opens."""
        return AESGCM(self._derived(b"field"))

    @cached_property
    def indexing(self) -> bytes:
        """What blind indexes are made with."""
        return self._derived(b"blind index")


Keys = tuple[Key, ...]


@dataclass(frozen=True)
class _Ring:
    """The keys as they were read, of which file, in which state."""

    path: Path
    stamp: object
    keys: Keys

    @cached_property
    def named(self) -> dict[str, Key]:
        return {key.name: key for key in self.keys}


_kept: _Ring | None = None


def read_keys(text: str) -> Keys:
    """Read a key file; KeysMissing where it holds none, or a line that is no key. No message shows a line."""
    lines = [line.strip() for line in text.splitlines()]
    found = [LINE.fullmatch(line) for line in lines if line and not line.startswith("#")]
    keys = tuple(Key(match[1], base64.urlsafe_b64decode(match[2] + "=")) for match in found if match)
    if not keys or len(keys) != len(found) or len({key.name for key in keys}) != len(keys):
        raise KeysMissing("The file of SUPPORTROOM_FIELD_KEYS must hold lines of name:key, each name once.")
    return keys


def new_line() -> str:
    """Give the line of a new key."""
    name = "k" + secrets.token_hex(4)
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode().rstrip('=')}"


def keys() -> Keys:
    """Give the keys, the first of which seals. The file is read again when it has changed.

    KeysMissing where it is not there; outside production it is made.
    """
    global _kept  # noqa: PLW0603 - the one place that keeps them
    path: Path | None = settings.FIELD_KEYS_FILE
    try:
        if path is None:
            raise FileNotFoundError
        stamp = _stamp(path)
    except OSError:
        if path is None or settings.MODE == "production":
            raise KeysMissing("The keys of encrypted fields are missing: set SUPPORTROOM_FIELD_KEYS.") from None
        _make(path)
        stamp = _stamp(path)
    if _kept is None or (_kept.path, _kept.stamp) != (path, stamp):
        _kept = _Ring(path, stamp, read_keys(path.read_text()))
    return _kept.keys


def _stamp(path: Path) -> object:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_ino, stat.st_size


def _make(path: Path) -> None:
    """Make a key file for the server alone, whole or not at all; one that is there by now stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(new_line() + "\n")
    try:
        os.link(unfinished, path)
    except FileExistsError:
        pass
    finally:
        unfinished.unlink()


def seal(text: str, place: str) -> str:
    """Seal a text for a place with the first key."""
    key, nonce = keys()[0], secrets.token_bytes(NONCE_BYTES)
    closed = nonce + key.sealing.encrypt(nonce, text.encode(), _bound(place, key.name))
    return f"{key.name}.{binascii.b2a_base64(closed, newline=False).decode()}"


def unseal(sealed: str, place: str) -> str:
    """Open a sealed text at its place; KeysMissing, Unreadable."""
    name, dot, letters = sealed.partition(".")
    if not dot or not NAME.fullmatch(name):
        raise Unreadable(f"What stands in {_kind_of(place)} was not sealed.")
    key = _key_called(name)
    try:
        closed = binascii.a2b_base64(letters)
        return key.sealing.decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], _bound(place, name)).decode()
    except (InvalidTag, ValueError):
        raise Unreadable(f"What stands in {_kind_of(place)} was changed, moved, or sealed with another key.") from None


def unseal_all(rows: Iterable[tuple[Any, str]], model: str, field: str) -> Iterator[str]:
    """Open a column of many rows, given as each row's key and what stands there; in half the time."""
    known: dict[str, AESGCM] = {}
    for row, sealed in rows:
        name, _dot, letters = sealed.partition(".")
        if name not in known:
            unseal(sealed, f"{model}|{row}|{field}")  # says what is wrong, if anything is
            known[name] = _key_called(name).sealing
        try:
            closed = binascii.a2b_base64(letters)
            yield (
                known[name]
                .decrypt(closed[:NONCE_BYTES], closed[NONCE_BYTES:], f"{model}|{row}|{field}|{name}".encode())
                .decode()
            )
        except (InvalidTag, ValueError):
            unseal(sealed, f"{model}|{row}|{field}")
            raise


def key_of(sealed: str) -> str:
    """Give the name of the key with which a text was sealed."""
    return sealed.partition(".")[0]


def blind_indexes(text: str, about: str) -> Sequence[str]:
    """Give what a text is found by, whatever its case: under the first key, then under each other."""
    plain = f"{about}\x1f{unicodedata.normalize('NFC', text.strip()).lower()}".encode()
    return [hmac.digest(key.indexing, plain, "sha256").hex() for key in keys()]


def _key_called(name: str) -> Key:
    """Give the key of this name. The file is looked at again only where the keys in memory are not enough."""
    ring = _kept if _kept is not None and _kept.path == settings.FIELD_KEYS_FILE else None
    found = ring.named.get(name) if ring else None
    found = found or next((key for key in keys() if key.name == name), None)
    if found is None:
        raise KeysMissing(f"The key {name}, with which fields were sealed, is not among those of the room.")
    return found


def _bound(place: str, name: str) -> bytes:
    return f"{place}|{name}".encode()


def _kind_of(place: str) -> str:
    """Give model and field of a place, without the row."""
    model, _row, field = place.split("|")
    return f"{model}.{field}"
