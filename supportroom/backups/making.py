"""A backup is made: one stream, encrypted while it is written, read again before it gets its name."""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final

import pyrage
from django.conf import settings

import supportroom
from supportroom.backups import archives, lease, parts, sealing, snapshot
from supportroom.backups.tape import Digests, Tape
from supportroom.backups.vocabulary import FORMAT, HEAD, MANIFEST
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError

Tell = Callable[[str], None]
EVERY_BYTES: Final = 128 * 1024 * 1024


def quietly(_line: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Made:
    """What is told of a new archive. `gone` are files that the room speaks of and that lay on no disk."""

    path: Path
    made_at: datetime
    size: int
    parts: int
    rows: int
    gone: int
    seconds: float
    is_sealed: bool


def back_up(target: Path, tell: Tell = quietly) -> Made:
    """Write an archive of the whole room into a folder.

    DomainError `backups.no_recipient` and others about the setting, `backups.inside`, `backups.no_target`,
    `backups.disk_full`, `backups.disk`, `backups.unreadable_room`, `backups.not_as_written`, `backups.busy`; then
    nothing is left there.
    """
    began, to = time.monotonic(), sealing.recipients(settings.BACKUP_TO)
    if not to and settings.MODE == "production":
        raise DomainError("backups.no_recipient")
    _refuse_target(target)
    with lease.alone(), archives.disk_is_told(target), _scratch() as scratch, snapshot.taken(scratch) as room:
        made_at = now().replace(microsecond=0)
        place = target / archives.name_of(made_at, sealed=bool(to))
        tell(f"the database stands still: {len(room.migrations)} migrations, {_megabytes(room.size)}")
        tape = Tape(_Writing(room, made_at, tell).everything, _watch(tell))
        _write(tape, place, to)
    tell("read again: as it was written")
    rows, gone = sum(room.counts.values()), len(_gone(room, tape.parts))
    made = Made(place, made_at, place.stat().st_size, len(tape.parts), rows, gone, time.monotonic() - began, bool(to))
    archives.remember(made_at, place.name, made.size, made.seconds)
    return made


class _Writing:
    """What goes onto the tape, in order."""

    def __init__(self, room: snapshot.Snapshot, made_at: datetime, tell: Tell) -> None:
        self.room, self.made_at, self.tell = room, made_at, tell

    def everything(self, tape: Tape) -> Iterator[bytes]:
        yield from tape.piece(HEAD, self._head())
        yield from self.room.written(tape)
        for name, folder in parts.folders().items():
            self.tell(f"{name} ...")
            for path in chain(_lying(folder), _lying(folder)):  # again: what was moved meanwhile is at its place now
                part = f"{name}/{path.relative_to(folder).as_posix()}"
                try:
                    yield from tape.file(part, path) if part not in tape.parts else ()
                except FileNotFoundError:
                    continue  # moved or erased since the folder was looked into
        if parts.secret_key().is_file():
            yield from tape.file(parts.SECRET_KEY, parts.secret_key())
        yield from tape.piece(MANIFEST, self._manifest(tape.parts))
        yield from tape.end()

    def _head(self) -> bytes:
        told = {
            "format": FORMAT,
            "version": supportroom.__version__,
            "made_at": self.made_at.isoformat(),
            "database": self.room.vendor,
            "migrations": self.room.migrations,
            "columns": self.room.columns,
        }
        return json.dumps(told).encode()

    def _manifest(self, known: Digests) -> bytes:
        told = {"parts": dict(known), "counts": self.room.counts, "gone": _gone(self.room, known)}
        return json.dumps(told).encode()


def _lying(folder: Path) -> Iterator[Path]:
    """Give the files of a folder, in order; what is being written (`.part`) has no row yet."""
    for path, folders, names in os.walk(folder):
        folders.sort()
        yield from (Path(path, name) for name in sorted(names) if not name.endswith(".part"))


def _gone(room: snapshot.Snapshot, known: Digests) -> list[str]:
    return sorted(name for name in room.stored if f"files/{name[:2]}/{name}" not in known)


def _write(tape: Tape, place: Path, to: Sequence[Any]) -> None:
    """Write under another name, sync, read again; only then the name."""
    unfinished, digesting = place.with_name(f".{place.name}.part"), None
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            digesting = _Digesting(file)
            sealing.seal(tape, digesting, to)
            os.fsync(file.fileno())
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)  # so that the disk is read, not memory
        if archives.digest_of(unfinished) != digesting.digest.hexdigest():
            raise DomainError("backups.not_as_written")
        unfinished.rename(place)
    except (pyrage.EncryptError, OSError):
        failure = tape.failure or (digesting and digesting.failure)
        if failure:
            raise failure from None
        raise
    finally:
        unfinished.unlink(missing_ok=True)
    archives.write_digest(place, digesting.digest.hexdigest())


class _Digesting:
    """A file that knows the digest of all that was written to it, and why it could not be written."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file, self.digest = file, hashlib.sha256()
        self.failure: OSError | None = None

    def write(self, piece: bytes) -> int:
        self.digest.update(piece)
        try:
            return self.file.write(piece)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        try:
            self.file.flush()
        except OSError as error:
            self.failure = error
            raise


def _refuse_target(target: Path) -> None:
    inside = (Path(settings.VAR_DIR), Path(settings.FILES_DIR), Path(settings.PUBLISHED_DIR))
    if any(target.resolve().is_relative_to(folder.resolve()) for folder in inside):
        raise DomainError("backups.inside")
    if not target.is_dir() or not os.access(target, os.W_OK | os.X_OK):
        raise DomainError("backups.no_target", place=target)
    for left in target.glob(archives.UNFINISHED):
        left.unlink(missing_ok=True)  # of a backup that was killed


@contextmanager
def _scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards; what a killed backup left in it goes first."""
    folder = parts.var("backup.part")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _watch(tell: Tell) -> Callable[[int], None]:
    gone_by = {"bytes": 0, "told": EVERY_BYTES}

    def watch(size: int) -> None:
        gone_by["bytes"] += size
        if gone_by["bytes"] >= gone_by["told"]:
            gone_by["told"] += EVERY_BYTES
            tell(f"{_megabytes(gone_by['bytes'])} written")

    return watch


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.1f} MB"
