"""Encryption in the age format, so that the standard program `age` opens an archive too (S45).

The server knows public keys alone: it can write an archive and never read one.
"""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Protocol

import pyrage

from supportroom.kernel.errors import DomainError

MAGIC: Final = b"age-encryption.org/"
PIECE: Final = 256 * 1024


class Taking(Protocol):
    """What takes bytes."""

    def write(self, piece: bytes, /) -> int:
        """Take them."""

    def flush(self) -> None:
        """Hand them on."""


class Reading(Protocol):
    """What gives bytes."""

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many."""


def recipients(words: Sequence[str]) -> list[Any]:
    """Read public keys; DomainError `backups.private_key`, `backups.not_a_recipient`."""
    if any(word.upper().startswith("AGE-SECRET-KEY-") for word in words):
        raise DomainError("backups.private_key")
    try:
        return [pyrage.x25519.Recipient.from_str(word) for word in words]
    except pyrage.RecipientError:
        raise DomainError("backups.not_a_recipient") from None


def identities(text: str) -> list[Any]:
    """Read private keys, a line each, as `age-keygen` writes them; DomainError `backups.not_a_key`."""
    words = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
    try:
        found = [pyrage.x25519.Identity.from_str(word) for word in words]
    except pyrage.IdentityError:
        found = []
    if not found:
        raise DomainError("backups.not_a_key")
    return found


def seal(source: Reading, out: Taking, to: Sequence[Any]) -> None:
    """Write all that a source gives, encrypted to these recipients, or as it is where there are none."""
    if to:
        pyrage.encrypt_io(source, out, list(to))
        return
    while piece := source.read(PIECE):
        out.write(piece)


def is_sealed(path: Path) -> bool:
    """Tell whether a file is encrypted."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


@contextmanager
def unsealed(path: Path, keys: Sequence[Any]) -> Iterator[Reading]:
    """Give the plain stream of an archive; memory stays flat.

    DomainError `backups.key_needed`; and from reading, at the end of what could be decrypted, `backups.wrong_key` or
    `backups.damaged`.
    """
    if not is_sealed(path):
        with path.open("rb") as plain:
            yield plain
        return
    if not keys:
        raise DomainError("backups.key_needed")
    opened = _Decrypted(path, keys)
    try:
        yield opened
    finally:
        opened.close()


class _Decrypted:
    """Decrypts in a thread into a pipe. At its end it tells whether that was the archive's end."""

    def __init__(self, path: Path, keys: Sequence[Any]) -> None:
        self._path, self._keys = path, keys
        inside, outside = os.pipe()
        self._stream = os.fdopen(inside, "rb", buffering=PIECE)
        self._wrong: list[DomainError] = []
        self._thread = threading.Thread(target=self._pour, args=(outside,), name="unsealing", daemon=True)
        self._thread.start()

    def read(self, size: int = -1, /) -> bytes:
        piece = self._stream.read(size)
        if not piece:
            self._thread.join()
            if self._wrong:
                raise self._wrong[0]
        return piece

    def close(self) -> None:
        self._stream.close()
        self._thread.join()

    def _pour(self, outside: int) -> None:
        with suppress(OSError), os.fdopen(outside, "wb", buffering=PIECE) as out:  # the reader may have seen enough
            try:
                with self._path.open("rb") as sealed:
                    pyrage.decrypt_io(sealed, out, list(self._keys))
            except pyrage.DecryptError as error:
                is_foreign = "No matching keys" in str(error)
                code = "backups.wrong_key" if is_foreign else "backups.damaged"
                self._wrong.append(DomainError(code, **({} if is_foreign else {"where": str(error)})))
            except OSError as error:
                self._wrong.append(DomainError("backups.damaged", where=str(error)))
