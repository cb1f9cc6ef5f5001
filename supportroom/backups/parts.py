"""What a backup takes, and what it leaves out and why: every table and every place must stand in one of the two."""

from pathlib import Path
from typing import Final

from django.conf import settings

SECRET_KEY: Final = "secret_key"  # noqa: S105 - a file's name
SESSION_KEYS: Final = "session_keys"
LEFT_OUT_TABLES: Final = {
    "people_signedin": "who is signed in: everybody signs in again",
    "people_wait": "until when whoever guessed waits: minutes",
    "people_usedcode": "six-digit codes that were used: of use for a minute",
    "journal_receipt": "answers to forms that were sent twice: of use for minutes",
    "search_finding": "the search index: made again from what is published",
}
# SQLite's own tables of the index, which the triggers of `search_finding` keep: emptied with it.
INDEX: Final = "search_stems"
LEFT_OUT_PLACES: Final = {
    SESSION_KEYS: "keys of open sessions and checks: a copy would outlive their destruction (S14)",
    "field_keys": "keys of encrypted fields: an archive and its key alone open none (S44)",
    "static": "made from the code",
    "copies": "the public site as a ZIP: made again when asked for",
    "mail": "mails of a demo",
    "public_changes": "when public pages last changed: of this machine",
    "periodic.lock": "a lock",
    "periodic_ran": "when the periodic work last ran: of this machine",
    "backup.lock": "a lock",
    "serving.lock": "a lock",
    "gathering.lock": "a lock",
    "backup.part": "a backup under way",
    "restore.json": "a restore under way",
    "last_backup.json": "when this machine last made a backup",
}


def folders() -> dict[str, Path]:
    """Give the folders that are taken whole, by their name in the archive."""
    return {"files": Path(settings.FILES_DIR), "published": Path(settings.PUBLISHED_DIR)}


def secret_key() -> Path:
    """Give where the key lies that signs tickets and links in newsletters, unless it comes from the environment."""
    return Path(settings.VAR_DIR) / SECRET_KEY


def database_file() -> Path:
    """Give SQLite's file."""
    from django.db import connection  # noqa: PLC0415 - tests and restores let it point elsewhere for a while

    return Path(str(connection.settings_dict["NAME"]))


def var(name: str) -> Path:
    """Give the place of this name in the room's folder."""
    return Path(settings.VAR_DIR) / name
