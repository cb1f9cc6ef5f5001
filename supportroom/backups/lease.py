"""One backup or restore at a time, and none of a room that is served while it is exchanged."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from supportroom.backups.parts import var
from supportroom.kernel.errors import DomainError

WORKING: Final = "backup.lock"
SERVING: Final = "serving.lock"


@contextmanager
def alone(*, patient: bool = False) -> Iterator[None]:
    """Hold the lock of backups and restores; DomainError `backups.busy` unless `patient` waits for it."""
    with _locked(var(WORKING), fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB), "backups.busy"):
        yield


@contextmanager
def nobody_served() -> Iterator[None]:
    """Hold what a serving process would; DomainError `backups.in_use` where one is at work on this machine."""
    with _locked(var(SERVING), fcntl.LOCK_EX | fcntl.LOCK_NB, "backups.in_use"):
        yield


@contextmanager
def served() -> Iterator[None]:
    """Say that this process works with the room, as any number may; DomainError `backups.in_use` amid a restore."""
    with _locked(var(SERVING), fcntl.LOCK_SH | fcntl.LOCK_NB, "backups.in_use"):
        yield


@contextmanager
def _locked(path: Path, how: int, refusal: str) -> Iterator[None]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.flock(file, how)
        except OSError:
            raise DomainError(refusal) from None
        yield  # closing the file gives the lock back, and so does a death
