"""Archives in their folder: their names, their digests beside them, which of them are too old."""

import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from supportroom.backups.parts import var
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError

NAME: Final = re.compile(r"supportroom-(\d{8}T\d{6}Z)\.tar(?:\.age)?")
STAMP: Final = "%Y%m%dT%H%M%SZ"
UNFINISHED: Final = ".supportroom-*Z.tar*.part"
FULL: Final = (errno.ENOSPC, errno.EDQUOT)
LAST: Final = "last_backup.json"
PIECE: Final = 1024 * 1024


@contextmanager
def disk_is_told(place: Path) -> Iterator[None]:
    """Turn what a disk refuses into DomainError `backups.disk_full` or `backups.disk`."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DomainError("backups.disk_full", place=place) from error
        raise DomainError("backups.disk", place=place, why=error.strerror or type(error).__name__) from error


def name_of(made_at: datetime, *, sealed: bool) -> str:
    """Give the name of an archive."""
    return f"supportroom-{made_at.astimezone(UTC):{STAMP}}.tar{'.age' if sealed else ''}"


def made_at(path: Path) -> datetime | None:
    """Read from its name when an archive was made; None where it is no archive."""
    found = NAME.fullmatch(path.name)
    return datetime.strptime(found[1], STAMP).replace(tzinfo=UTC) if found else None


def digest_of(path: Path) -> str:
    """Give a file's SHA-256."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            digest.update(piece)
    return digest.hexdigest()


def write_digest(path: Path, digest: str) -> None:
    """Write the digest beside an archive, as `sha256sum --check` reads it, and sync the folder."""
    beside(path).write_text(f"{digest}  {path.name}\n")
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beside(path: Path) -> Path:
    """Give where the digest of an archive stands."""
    return path.with_name(f"{path.name}.sha256")


def delete_old(folder: Path, days: int) -> list[str]:
    """Delete the archives of a folder that were made longer ago; give their names (S43). The newest always stays."""
    before = now() - timedelta(days=days)
    known = sorted((moment, path) for path in folder.iterdir() if (moment := made_at(path)))
    old = [path for moment, path in known[:-1] if moment < before]
    for path in old:
        path.unlink()
        beside(path).unlink(missing_ok=True)
    return [path.name for path in old]


def remember(moment: datetime, name: str, size: int, seconds: float) -> None:
    """Note in the room's folder when the last backup was made."""
    told = {"made_at": moment.isoformat(), "name": name, "bytes": size, "seconds": round(seconds, 2)}
    unfinished = var(f".{LAST}.part")
    unfinished.write_text(json.dumps(told))
    unfinished.rename(var(LAST))


def last() -> dict[str, Any] | None:
    """Give what is known of the last backup of this machine (`made_at` an ISO text, `name`, `bytes`, `seconds`)."""
    try:
        found: dict[str, Any] = json.loads(var(LAST).read_text())
    except (OSError, ValueError):
        return None
    return found
