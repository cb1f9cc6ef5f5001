"""The periodic work on files: ask the scanner again, forget old allowances, sweep away files without a row."""

import logging
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from django.conf import settings

from supportroom.files.actions import forget_allowances, refuse_file, release_file
from supportroom.files.keeping import read
from supportroom.files.models import Allowance, StoredFile
from supportroom.files.scanning import scan
from supportroom.files.vocabulary import QUARANTINED, REFUSED
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError

log = logging.getLogger(__name__)
ORPHAN_AFTER: Final = timedelta(minutes=30)  # longer than any action takes between file and row
_EVERY_SECONDS: Final = 600
_last_sweep = {"at": -float(_EVERY_SECONDS)}


def sweep() -> None:
    """Do what is due; safe to run twice, late, or in two processes at once."""
    scan_again()
    if Allowance.objects.filter(day__lt=now().date()).exists():
        forget_allowances(actor=SYSTEM)
    if time.monotonic() - _last_sweep["at"] >= _EVERY_SECONDS:
        _last_sweep["at"] = time.monotonic()
        remove_orphans()


def scan_again() -> None:
    """Ask the scanner about every file that waits for it, until it cannot be asked."""
    for file in StoredFile.objects.filter(state=QUARANTINED).order_by("pk"):
        try:
            if not scan(read(file)):
                return
        except OSError:
            log.warning("a file that waits for the scanner cannot be read")
        except DomainError:
            refuse_file(actor=SYSTEM, file=file)
        else:
            release_file(actor=SYSTEM, file=file)


def orphans(moment: datetime) -> list[Path]:
    """Give the files that had had no row for half an hour at a moment."""
    root = Path(settings.FILES_DIR)
    until = moment.timestamp() - ORPHAN_AFTER.total_seconds()
    old = {path.name: path for path in root.glob("*/*") if path.is_file() and path.stat().st_mtime < until}
    known = set(StoredFile.objects.exclude(state=REFUSED).values_list("stored", flat=True)) if old else set()
    return [path for name, path in old.items() if name not in known]


def remove_orphans() -> int:
    """Delete files that have had no row for half an hour; give how many there were."""
    left = orphans(now())
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
