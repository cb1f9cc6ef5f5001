"""The copy that the team asked for: where it lies, whether one is wanted, and what is told of the last one.

A folder beside the database holds a mark for the wish, the ZIP, and a few figures about it. A copy is made by a process
of its own, which holds a lock meanwhile: pages stay as fast as they are, and a death leaves nothing half-made.
"""

import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from django.conf import settings

from supportroom.kernel.clock import now

NAME: Final = "site.zip"
Start = Callable[[Sequence[str]], object]


@dataclass(frozen=True)
class Told:
    """What is told of a copy: when it was made, what it holds, which addresses it had to leave out."""

    made_on: str
    pages: int
    files: int
    bytes: int
    left_out: list[str]


def note_wish() -> None:
    """Note that a copy is wanted."""
    folder().mkdir(parents=True, exist_ok=True)
    _wish().touch()


def is_wanted() -> bool:
    """Tell whether a copy was asked for and is not made yet."""
    return _wish().exists()


def last_copy() -> Told | None:
    """Give what is told of the copy that lies there, or None."""
    try:
        return Told(**json.loads((folder() / "told.json").read_text("utf-8"))) if place().is_file() else None
    except (OSError, ValueError, TypeError):
        return None


def place() -> Path:
    """Give where the copy lies."""
    return folder() / NAME


def folder() -> Path:
    """Give the folder of all this."""
    return Path(settings.VAR_DIR) / "copies"


def make_if_wanted(start: Start | None = None) -> None:
    """Begin to make the copy that is wanted, unless somebody is at it; the periodic job."""
    if not is_wanted():
        return
    with held() as is_ours:
        if not is_ours:
            return
    (start or _start)([sys.executable, str(settings.BASE_DIR / "manage.py"), "export_site", "--wanted"])


def tell(told: Told) -> None:
    """Write down what a copy holds, and that nothing is wanted any more."""
    unfinished = folder() / ".told.part"
    unfinished.write_text(json.dumps(asdict(told)), "utf-8")
    unfinished.rename(folder() / "told.json")
    _wish().unlink(missing_ok=True)


def told_of(pages: int, files: int, size: int, left_out: Sequence[str]) -> Told:
    """Give what is told of a copy made today."""
    return Told(now().date().isoformat(), pages, files, size, list(left_out)[:20])


@contextmanager
def held() -> Iterator[bool]:
    """Hold the lock of whoever makes a copy; gives False where somebody else holds it."""
    folder().mkdir(parents=True, exist_ok=True)
    with (folder() / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True


def _wish() -> Path:
    return folder() / "wanted"


def _start(command: Sequence[str]) -> object:
    environment = os.environ | {"SUPPORTROOM_MODE": settings.MODE, "SUPPORTROOM_VAR": str(settings.VAR_DIR)}
    silent = subprocess.DEVNULL
    return subprocess.Popen(command, env=environment, stdin=silent, stdout=silent, start_new_session=True)  # noqa: S603
