"""Cleaned files on the disk: synced under a random name before their row is written (R03), gone after it is erased.

A row is never without its file. A file without a row (the process was killed between the two, or the action was taken
back) is swept away within the hour.
"""

import os
import secrets
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.db.models import Sum

from supportroom.files.cleaning import Cleaned
from supportroom.files.models import Allowance, StoredFile
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person

DAY_BYTES: Final = 200 * 1024 * 1024


def keep(cleaned: Cleaned, *, by: Actor | None = None) -> StoredFile:
    """Keep a cleaned file: for use inside an action. With `by`, it counts against what a person may bring in a day.

    DomainError `files.room_full`, `files.enough_today`; OSError where the disk refuses, and then nothing is kept.
    """
    size = len(cleaned.content)
    held = StoredFile.objects.aggregate(bytes=Sum("size"))["bytes"] or 0
    refuse_unless(held + size <= settings.FILES_MB * 1024 * 1024, "files.room_full")
    if by is not None and by.person_id is not None:
        _count(by.person_id, size)
    stored = secrets.token_urlsafe(24)
    _write(stored, cleaned.content)
    return create(
        StoredFile,
        name=cleaned.name,
        kind=cleaned.kind,
        size=size,
        digest=cleaned.digest,
        stored=stored,
        removed=list(cleaned.removed),
        state=cleaned.state,
    )


def _count(person_id: int, size: int) -> None:
    """Count what somebody brings today; they are held meanwhile, so that two files at once are both counted."""
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    day = now().date()
    mine = Allowance.objects.filter(person=person, day=day).first() or create(Allowance, person=person, day=day)
    refuse_unless(mine.brought + size <= DAY_BYTES, "files.enough_today")
    change(mine, brought=mine.brought + size)


def path_of(stored: str) -> Path:
    """Give where a file lies: under its random name, in a folder by the name's first two signs."""
    return Path(settings.FILES_DIR) / stored[:2] / stored


def read(file: StoredFile) -> bytes:
    """Give the bytes of a stored file; OSError where they cannot be read."""
    return path_of(file.stored).read_bytes()


def _write(stored: str, content: bytes) -> None:
    """Write, sync, rename, sync the folders: after this the file outlives a power cut."""
    path = path_of(stored)
    root = path.parent.parent
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = path.with_name(f"{stored}.part")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    for folder in (path.parent, root):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def let_go(file: StoredFile) -> None:
    """Erase a stored file inside an action; its bytes go once the action is written."""
    stored = file.stored
    erase(file)
    transaction.on_commit(lambda: path_of(stored).unlink(missing_ok=True))
