"""What lies on the disk: how much room is left, and who may read keys, files and the database."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.protection.handles import has_key
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import CLOSED

MEGABYTE: Final = 1024 * 1024
LEAST_FREE: Final = 200 * MEGABYTE
LITTLE_FREE: Final = 1024 * MEGABYTE
OTHERS: Final = 0o077
SWAPS: Final = Path("/proc/swaps")


def has_space() -> Iterator[Finding]:
    """Look whether the disk takes what is still to come."""
    free = shutil.disk_usage(_nearest(Path(settings.VAR_DIR))).free
    mend = f"Free some, or move {settings.VAR_DIR} to a larger disk."
    if free < LEAST_FREE:
        yield unsafe(f"{free // MEGABYTE} MB are left on the disk: soon nothing can be written.", mend)
    elif free < LITTLE_FREE:
        yield doubtful(f"{free // MEGABYTE} MB are left on the disk.", mend)


def is_closed_to_others() -> Iterator[Finding]:
    """Look whether anybody else on this machine could read what is ours."""
    for path in private_places():
        stat = path.stat()
        if stat.st_mode & OTHERS:
            mode = "700" if path.is_dir() else "600"
            yield unsafe(f"Others on this machine may read {path}.", f"chmod {mode} {path}, and start with UMask=0077.")
        if stat.st_uid != os.geteuid():
            yield doubtful(
                f"{path} belongs to somebody else than who runs this.",
                "Run the doctor as the room's own user (runuser -u supportroom), or chown it.",
            )


def private_places() -> list[Path]:
    """Give what nobody but the room's own user may read, as far as it is there."""
    var = Path(settings.VAR_DIR)
    wanted = [Path(settings.SESSION_KEYS_DIR), Path(settings.FILES_DIR), var / "secret_key"]
    if connection.vendor == "sqlite" and Path(str(connection.settings_dict["NAME"])).is_file():
        database = str(connection.settings_dict["NAME"])
        wanted += [Path(database + ending) for ending in ("", "-wal", "-shm")]
    return [path for path in wanted if path.exists()]


def runs_as_nobody_special() -> Iterator[Finding]:
    """Look whether the room could do more on this machine than it needs."""
    if os.geteuid() == 0:
        yield unsafe(
            "This runs as root: a fault in any package would own the machine.",
            "Make a user for the room, and start it by deploy/supportroom.service.",
        )


def keys_of_closed_sessions_are_gone() -> Iterator[Finding]:
    """Look whether a closed session still has the key that ties words to people (S14)."""
    closed = Session.objects.filter(state=CLOSED).values_list("pk", flat=True)
    left = sum(has_key(session_id) for session_id in closed)
    if left:
        yield unsafe(
            f"{left} closed sessions still have their key: who said what could be found out.",
            "Restart the room: every start ends what a killed server left.",
        )


def keeps_no_swap_in_the_open() -> Iterator[Finding]:
    """Look whether what is in memory could come to lie on the disk as it is."""
    devices = [line.split()[0] for line in SWAPS.read_text().splitlines()[1:]] if SWAPS.is_file() else []
    bare = [device for device in devices if not device.startswith(("/dev/dm-", "/dev/mapper/", "/dev/zram"))]
    if bare:
        yield doubtful(
            f"This machine swaps to {', '.join(bare)}, which does not look encrypted.",
            "Turn swap off, or encrypt it with a key made anew at each start (crypttab: swap).",
        )


def _nearest(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())
