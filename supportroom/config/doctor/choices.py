"""Whether the settings are those of a safe room: the checks of Django and ours, and what no check can know."""

import os
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks

from supportroom.config.doctor.findings import Finding, doubtful, unsafe
from supportroom.kernel.keyring import KeysMissing, keys

LOOK_IT_UP: Final = "docs/use/settings.md says what each setting does."
PINNED: Final = re.compile(r"^([a-z0-9.-]+)(?:\[\S+\])?==(\S+) \\$", re.MULTILINE)
LEAST_KEY, LEAST_SIGNS = 50, 5
OTHERS, EVERYBODY = 0o077, 0o007
UNUSED: Final = ("django.contrib.admin", "debug_toolbar")


def passes_the_checks() -> Iterator[Finding]:
    """Run all checks, those for production where this is production."""
    for found in checks.run_checks(include_deployment_checks=settings.MODE == "production"):
        if found.is_silenced() or found.level < checks.WARNING:
            continue
        weight = unsafe if found.level >= checks.ERROR else doubtful
        yield weight(f"{' '.join(found.msg.split())} ({found.id})", found.hint or LOOK_IT_UP)


def has_a_long_secret_key() -> Iterator[Finding]:
    """Look whether what signs sessions and tickets can be guessed."""
    key = settings.SECRET_KEY
    if len(key) < LEAST_KEY or len(set(key)) < LEAST_SIGNS:
        yield unsafe(
            "SECRET_KEY is short: sessions and tickets could be forged.",
            "Unset SECRET_KEY: the room makes a long one and keeps it in its folder.",
        )


def has_keys_of_fields() -> Iterator[Finding]:
    """Look whether what is encrypted in the database can be opened, and by nobody else on this machine (S44)."""
    try:
        keys()
    except KeysMissing as missing:
        yield unsafe(str(missing), "docs/operate/keys.md says how keys are made, kept and exchanged.")
        return
    except (OSError, UnicodeDecodeError):
        yield unsafe("The file of SUPPORTROOM_FIELD_KEYS cannot be read.", "Give it to the room's own user.")
        return
    path = Path(str(settings.FIELD_KEYS_FILE))
    # systemd hands a unit's credentials out by an access list, whose mask looks like a right of the group.
    is_credential = path.parent == Path(os.environ.get("CREDENTIALS_DIRECTORY", "/nowhere"))
    if path.stat().st_mode & (EVERYBODY if is_credential else OTHERS):
        yield unsafe(f"Others on this machine may read {path}: it opens addresses.", f"chmod 600 {path}")


def is_not_under_inspection() -> Iterator[Finding]:
    """Look whether anything is on that shows the inside."""
    shown = [name for name in UNUSED if name in settings.INSTALLED_APPS]
    if settings.DEBUG or shown:
        yield unsafe("DEBUG or an inspection tool is on: error pages show the inside.", "Restore settings.py.")


def is_a_production_room() -> Iterator[Finding]:
    """Look whether a demo is taken for a room."""
    if settings.MODE != "production":
        yield doubtful(
            f"This room runs in {settings.MODE} mode: one click signs anybody in.",
            "Unset SUPPORTROOM_MODE for a real room.",
        )


def is_addressed() -> Iterator[Finding]:
    """Look whether hosts, proxy and address fit together."""
    if settings.MODE != "production":
        return
    if settings.SECURE_PROXY_SSL_HEADER is None:
        yield doubtful(
            "No proxy is said to stand before the room, and the room itself speaks no TLS.",
            "Set SUPPORTROOM_BEHIND_PROXY=yes once your proxy sets X-Forwarded-Proto (see deploy/).",
        )
    parts = urlsplit(settings.ROOM_ADDRESS)
    if not settings.ROOM_ADDRESS:
        yield doubtful("The room does not know its own address.", "Set SUPPORTROOM_ADDRESS to https://...")
    elif parts.scheme != "https" and not (parts.hostname or "").endswith(".onion"):
        yield unsafe(
            "The room's address is not https.", "Get a certificate, and set SUPPORTROOM_ADDRESS to https://..."
        )
    elif parts.hostname not in settings.ALLOWED_HOSTS:
        yield unsafe(
            f"The room does not answer to {parts.hostname}, where its own mails lead.", "Add it to SUPPORTROOM_HOSTS."
        )


def is_told_of_mail() -> Iterator[Finding]:
    """Look whether anybody can be told of anything."""
    if not settings.MAIL_IS_ON:
        yield doubtful("No mail is sent: nobody learns of invitations outside the room.", "Set SUPPORTROOM_MAIL.")


def has_what_was_locked() -> Iterator[Finding]:
    """Look whether the packages are those of the lock; what is locked for some systems alone is passed over."""
    lock = settings.BASE_DIR / "requirements" / "run.txt"
    pinned = PINNED.findall(lock.read_text()) if lock.is_file() else []
    other = [name for name, wanted in pinned if _installed(name) != wanted]
    if other:
        yield doubtful(
            f"Not the locked versions: {', '.join(other[:5])}.",
            "pip install --no-deps --require-hashes -r requirements/run.txt",
        )


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
