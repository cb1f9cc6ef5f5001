"""The new room takes the place of the old: by a plan on the disk, so that a death at any step leaves one or the other.

Each part lies ready beside its place (`.restoring`). The plan is written and synced, and from then on is carried out:
by whoever restores, or, if they die, by the next process of the room that starts. On PostgreSQL the plan counts only if
the transaction that brought the new tables was committed, which a mark in the database tells.
"""

import json
import os
import shutil
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import connection

from supportroom.backups import lease, parts
from supportroom.backups.vocabulary import POSTGRESQL, SQLITE
from supportroom.protection.handles import destroy_key

PLAN: Final = "restore.json"
READY: Final = ".restoring"
SIDECARS: Final = ("-wal", "-shm", "-journal")


@dataclass(frozen=True)
class Plan:
    """What is to be put where: each place gets what lies ready beside it, and what was there gets another ending.

    `keys` are the sessions and checks that are open in the new room: every other session key is destroyed.
    """

    mark: str
    vendor: str
    places: tuple[str, ...]
    aside: str
    keys: tuple[int, ...]


def ready(place: Path) -> Path:
    """Give where a part lies until it takes its place."""
    return place.with_name(place.name + READY)


def places() -> tuple[Path, ...]:
    """Give every place that a restore puts something into."""
    database = (parts.database_file(),) if connection.vendor == SQLITE else ()
    return (*database, *parts.folders().values(), parts.secret_key())


def place_of(name: str) -> Path | None:
    """Give where a part that is not of the database lies ready; None for a name that no archive of ours holds."""
    kind, _, rest = name.partition("/")
    if name == parts.SECRET_KEY:
        return ready(parts.secret_key())
    folder = parts.folders().get(kind)
    return ready(folder) / rest if folder and rest else None


def make_folders() -> None:
    """Make the folders that parts are put into: they take their places even if the archive holds no file."""
    for folder in parts.folders().values():
        ready(folder).mkdir(mode=0o700, parents=True)


def holds_files() -> bool:
    """Tell whether the room here has any file."""
    return any(path.is_file() for folder in parts.folders().values() for path in folder.rglob("*"))


def write(mark: str, aside: str, keys: tuple[int, ...]) -> None:
    """Make everything that lies ready safe from a power cut, then the plan to put it in place."""
    os.sync()
    to_move = tuple(str(place) for place in places() if ready(place).exists())
    path = parts.var(PLAN)
    unfinished = path.with_name(f".{PLAN}.part")
    with unfinished.open("w") as file:
        json.dump(asdict(Plan(mark, connection.vendor, to_move, aside, keys)), file)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    os.sync()


def finish_interrupted() -> bool:
    """Carry out, or take back, what a killed restore left; tell whether there was anything."""
    if not parts.var(PLAN).exists():
        return False
    with lease.alone(patient=True):
        return finish()


def finish() -> bool:
    """Do so while the lock is held already."""
    path = parts.var(PLAN)
    if not path.exists():
        return False
    told = json.loads(path.read_text())
    plan = Plan(**{**told, "places": tuple(told["places"]), "keys": tuple(told["keys"])})
    if plan.vendor == SQLITE or _is_committed(plan.mark):
        carry_out(plan)
    else:
        path.unlink()
        clear_away()
    return True


def carry_out(plan: Plan) -> None:
    """Move everything; harmless where some of it was moved already."""
    for place in map(Path, plan.places):
        if not ready(place).exists():
            continue
        for old in (*(place.with_name(place.name + sidecar) for sidecar in SIDECARS), place):
            if old.exists():
                old.rename(old.with_name(old.name.replace(place.name, place.name + plan.aside, 1)))
        ready(place).rename(place)
    for key in keys_there() - set(plan.keys):
        destroy_key(key)
    os.sync()
    parts.var(PLAN).unlink(missing_ok=True)
    os.sync()


def keys_there() -> set[int]:
    """Give the sessions and checks whose keys lie on this machine."""
    return {int(path.stem) for path in Path(settings.SESSION_KEYS_DIR).glob("*.key") if path.stem.isdecimal()}


def clear_away() -> None:
    """Remove what a restore left lying ready."""
    for place in places():
        for left in (ready(place), *(ready(place).with_name(ready(place).name + sidecar) for sidecar in SIDECARS)):
            if left.is_dir():
                shutil.rmtree(left)
            else:
                left.unlink(missing_ok=True)


def remove_aside(aside: str) -> None:
    """Remove what lies under this ending."""
    for place in places():
        for old in place.parent.glob(f"{place.name}{aside}*"):
            if old.is_dir():
                shutil.rmtree(old)
            else:
                old.unlink()


def _is_committed(mark: str) -> bool:
    """Ask the database whether the transaction that belongs to a plan was committed."""
    if connection.vendor != POSTGRESQL:
        return False
    query = "SELECT obj_description(current_schema()::regnamespace, 'pg_namespace')"
    with closing(connection.get_new_connection(connection.get_connection_params())) as room, room.cursor() as cursor:
        found = cursor.execute(query).fetchone()
    return bool(found) and found[0] == mark
