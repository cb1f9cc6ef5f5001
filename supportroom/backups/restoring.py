"""A room comes back: read, compared, checked and settled beside the old one, then put in its place, all or nothing."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import Error as DatabaseProblem
from django.db import connection

from supportroom.backups import archives, lease, receiving, sealing, swapping
from supportroom.backups.making import Tell, quietly
from supportroom.backups.reel import Head, Part, Reel
from supportroom.backups.settling import Settled, settle
from supportroom.backups.vocabulary import POSTGRESQL
from supportroom.journal import verifying
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import random_id
from supportroom.protection.resealing import missing_keys


@dataclass(frozen=True)
class Restored:
    """What is told of a restore.

    `aside` is the ending under which the old room lies, empty where there was none; `faults` are of the journal's
    chain, as it was when the backup was made; `missing` are keys with which fields were sealed and that are not here.
    """

    made_at: datetime
    rows: int
    parts: int
    gone: int
    was_older: bool
    settled: Settled
    aside: str
    faults: tuple[str, ...]
    missing: tuple[str, ...]
    seconds: float


def restore(archive: Path, keys: Sequence[Any], *, replace: bool, tell: Tell = quietly) -> Restored:
    """Put the room of an archive in place.

    DomainErrors `backups.*`, each a sentence; then the room is as it was.
    """
    began = time.monotonic()
    if not archive.is_file():
        raise DomainError("backups.no_archive", place=archive)
    with lease.alone(), lease.nobody_served(), archives.disk_is_told(Path(settings.VAR_DIR)):
        swapping.finish()
        swapping.clear_away()
        receiving.refuse_use()
        had_nothing = receiving.is_empty() and not swapping.holds_files()
        if not had_nothing and not replace:
            raise DomainError("backups.not_empty")
        aside = f"_before_{now():%Y%m%d_%H%M%S_%f}"
        try:
            ready = _Ready(archive, keys, aside, tell)
        except BaseException:
            if not swapping.finish():
                swapping.clear_away()
            raise
        swapping.finish()
        if had_nothing:
            _remove(aside)
    return ready.told("" if had_nothing else aside, time.monotonic() - began)


class _Ready:
    """The new room made ready beside the old, up to the plan that puts it in place."""

    def __init__(self, archive: Path, keys: Sequence[Any], aside: str, tell: Tell) -> None:
        self._aside, self._tell = aside, tell
        try:
            with sealing.unsealed(archive, keys) as stream:
                self._reel = Reel(stream)
                self._made_at = _made_at(self._reel.head)
                refuse_foreign(self._reel.head)
                tell(f"made at {self._reel.head.made_at} by version {self._reel.head.version}")
                self._receive()
        except DatabaseProblem as error:
            raise DomainError("backups.does_not_hold", why=str(error).strip().splitlines()[0]) from error

    def _receive(self) -> None:
        reel, mark = self._reel, f"supportroom restore {random_id()}"
        swapping.make_folders()
        with receiving.receiving(reel.head, self._aside, mark) as receiver:
            for part in reel.parts():
                _take(part, receiver)
            reel.refuse_differences()
            receiver.check(reel.manifest["counts"])
            self._tell(f"{len(reel.seen)} parts are as they were written; the database is whole")
            receiver.work_in()
            self._was_older = receiving.bring_up_to_date()
            self._faults, self._missing = verifying.verify().faults, tuple(missing_keys())
            self._settled = settle(self._made_at, reel.head.version)
            receiver.settle(lambda: swapping.write(mark, self._aside, self._settled.keys))

    def told(self, aside: str, seconds: float) -> Restored:
        """Tell of it."""
        manifest = self._reel.manifest
        rows, gone = sum(manifest["counts"].values()), len(manifest["gone"])
        known = (self._made_at, rows, len(self._reel.seen), gone, self._was_older, self._settled)
        return Restored(*known, aside, self._faults, self._missing, seconds)


def refuse_foreign(head: Head) -> None:
    """DomainError `backups.other_database`, `backups.newer`."""
    if head.database != connection.vendor:
        raise DomainError("backups.other_database", theirs=head.database, ours=connection.vendor)
    if receiving.unknown_migrations(head):
        raise DomainError("backups.newer", version=head.version)


def _made_at(head: Head) -> datetime:
    try:
        return datetime.fromisoformat(head.made_at)
    except ValueError:
        raise DomainError("backups.not_an_archive") from None


def _take(part: Part, receiver: receiving.Receiver) -> None:
    """Hand a part to the database, or put it beside its place."""
    kind = part.name.partition("/")[0]
    if kind == "database":
        receiver.take(part)
        return
    place = swapping.place_of(part.name)
    if place is None:
        raise DomainError("backups.damaged", where=f"a part is called {part.name[:80]!r}")
    part.into(place)


def _remove(aside: str) -> None:
    """Remove what was set aside and held nothing."""
    swapping.remove_aside(aside)
    if connection.vendor == POSTGRESQL:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_schema()")
            old = connection.ops.quote_name(cursor.fetchone()[0] + aside)
            cursor.execute(f"DROP SCHEMA IF EXISTS {old} CASCADE")
