"""Whether what must be kept twice is, and what must be forgotten is gone."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from supportroom.backups import archives
from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.kernel.clock import now
from supportroom.protection import retention
from supportroom.protection.resealing import missing_keys

LATE, TOO_LATE = timedelta(hours=26), timedelta(days=7)
MEND: Final = "systemctl enable --now supportroom-backup.timer; docs/operate/backup.md says how."


def is_backed_up() -> Iterator[Finding]:
    """Look when this machine last made a backup."""
    if not settings.BACKUP_TO:
        yield unsafe(
            "No backup can be made: nobody's key is named.", "Set SUPPORTROOM_BACKUP_TO (docs/operate/backup.md)."
        )
        return
    known = archives.last()
    age = now() - datetime.fromisoformat(known["made_at"]) if known else None
    if age is None or age > TOO_LATE:
        yield unsafe("There is no backup of the last seven days.", MEND)
    elif age > LATE:
        yield doubtful(f"The last backup is {age.total_seconds() / 3600:.0f} hours old.", MEND)


def what_is_sealed_can_be_opened() -> Iterator[Finding]:
    """Look whether every key with which anything in the database was sealed is there (S44)."""
    missing = missing_keys()
    if missing:
        yield unsafe(
            f"Fields were sealed with keys that are not there: {', '.join(missing)}.",
            "Put them back into the file of SUPPORTROOM_FIELD_KEYS (docs/operate/keys.md).",
        )


def what_is_over_is_forgotten() -> Iterator[Finding]:
    """Look whether anything is kept longer than was promised (S43)."""
    for name, count in retention.overdue().items():
        if count:
            yield unsafe(
                f"{count} of {name} should have been forgotten by now.",
                "See to the periodic work; manage.py retention shows the table.",
            )
