"""Since when what the public reads may be different: the time of one small file, which every process looks at.

Every entry of the journal touches it after its commit, but for those of apps that never change a public page. Looking
costs two microseconds: whoever keeps something made for the public asks before handing it out.
"""

import os
import time
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction

from supportroom.journal.models import Entry

# What nobody outside the room sees any trace of. An app that is not named here counts as one that the public sees.
QUIET: Final = frozenset(
    {"comments", "library", "mailing", "notices", "outlets", "points", "search", "selection", "workroom"}
)


def stamp() -> int:
    """Give the time of the last change in nanoseconds; 0 before the first."""
    try:
        return os.stat(_file()).st_mtime_ns  # noqa: PTH116 - asked with every request: a Path costs twice as much
    except FileNotFoundError:
        return 0


def touch() -> None:
    """Say that something changed just now."""
    path, moment = _file(), time.time_ns()
    try:
        os.utime(path, ns=(moment, moment))
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).touch()


def heard(entry: Entry) -> None:
    """Touch the file when an entry is committed that may have changed what the public reads."""
    if entry.action.partition(".")[0] not in QUIET:
        transaction.on_commit(touch)


def _file() -> str:
    return f"{settings.VAR_DIR}/public_changes"
