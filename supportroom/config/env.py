"""Typed readers of the environment, and the database's address."""

import os
import re
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# Power loss may take nothing that was acknowledged (R02): a full sync at each commit, writers queue at the door, and
# what is deleted is overwritten (S43).
SQLITE_START = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA secure_delete=ON;"
    "PRAGMA temp_store=MEMORY"
)


def text(name: str, default: str = "") -> str:
    """Read a text: from the environment, else from the file of that name among the unit's credentials.

    Secrets belong into files (systemd's `LoadCredential=SECRET_KEY:...`): an environment is read by every child.
    """
    given = os.environ.get(name)
    kept = Path(os.environ.get("CREDENTIALS_DIRECTORY", "/nowhere"), name)
    if given is None and kept.is_file():
        given = kept.read_text()
    return (default if given is None else given).strip()


def words(name: str, default: str = "") -> list[str]:
    """Read a list separated by commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def one_of(name: str, *allowed: str) -> str:
    """Read one of a few words, by default the first; ImproperlyConfigured for any other."""
    value = text(name, allowed[0])
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}")
    return value


def number(name: str, default: int) -> int:
    """Read a whole number above zero; ImproperlyConfigured for anything else."""
    value = text(name, str(default))
    if not value.isdecimal() or not int(value):
        raise ImproperlyConfigured(f"{name} must be a whole number above zero")
    return int(value)


def place(name: str) -> str:
    """Read where a program listens, `host:port` or the path of a socket; ImproperlyConfigured for anything else."""
    value = text(name)
    if value and not re.fullmatch(r"/.+|[^\s/:]+:[0-9]{1,5}", value):
        raise ImproperlyConfigured(f"{name} must be host:port or the path of a socket")
    return value


def database(url: str, folder: Path) -> dict[str, Any]:
    """Turn `sqlite:///path` or `postgresql://user:password@host:port/name` into Django's setting (nothing: SQLite in
    the folder); ImproperlyConfigured for any other scheme.
    """
    parts = urlsplit(url)
    if not url or parts.scheme == "sqlite":
        path = unquote(parts.path[1:] if parts.path.startswith("//") else parts.path) if url else ""
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path or str(folder / "room.sqlite3"),
            "CONN_MAX_AGE": None,
            "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_START},
        }
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with sqlite: or postgresql:")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # A half-read one is closed when memory is collected, maybe amid its connection's next query: a deadlock.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": options,
    }


def address(name: str, default: str = "") -> str:
    """Read the public address of the room, `https://host` without a path; ImproperlyConfigured for anything else."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    is_plain = parts.scheme in {"http", "https"} and parts.hostname and value == f"{parts.scheme}://{parts.netloc}"
    if value and (not is_plain or "@" in parts.netloc):
        raise ImproperlyConfigured(f"{name} must be the room's address, like https://room.example.org")
    return value


def onion(name: str) -> str:
    """Read the address of the room's onion service, `http://….onion`; ImproperlyConfigured for anything else."""
    value = text(name).rstrip("/")
    if value and not re.fullmatch(r"https?://[a-z2-7]{56}\.onion", value):
        raise ImproperlyConfigured(f"{name} must look like http://….onion, with the 56 letters of a version 3 address")
    return value


def sender(name: str, default: str = "") -> str:
    """Read a bare mail address; ImproperlyConfigured where a name stands beside it: mails carry none."""
    value = text(name, default)
    if value and not re.fullmatch(r"[^\s<>@]+@[^\s<>@]+", value):
        raise ImproperlyConfigured(f"{name} must be a mail address without a name, like notices@example.org")
    return value


def mail(url: str, mode: str, folder: Path) -> dict[str, Any]:
    """Turn `smtp://user:password@host:587?tls=yes` or `smtps://...` into Django's mail settings.

    Without an address a demo writes its mails as files, tests keep them in memory, and a room sends none.
    ImproperlyConfigured for any other scheme, or without a host.
    """
    if not url:
        backends = {"demo": "filebased", "test": "locmem"}
        backend = f"django.core.mail.backends.{backends.get(mode, 'dummy')}.EmailBackend"
        return {"EMAIL_BACKEND": backend, "EMAIL_FILE_PATH": folder / "mail"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured("SUPPORTROOM_MAIL must look like smtp://user:password@host:587?tls=yes")
    is_wrapped = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "supportroom.mailing.backend.QuietBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if is_wrapped else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_wrapped,
        "EMAIL_USE_TLS": not is_wrapped and dict(parse_qsl(parts.query)).get("tls") == "yes",
    }


def file(name: str, default: Path | None = None) -> Path | None:
    """Read where a file lies: its path, or the file of that name among the unit's credentials."""
    given = os.environ.get(name, "").strip()
    kept = Path(os.environ.get("CREDENTIALS_DIRECTORY", "/nowhere"), name)
    if given:
        return Path(given).resolve()
    return kept if kept.is_file() else default


def secret_key(folder: Path) -> str:
    """Read SECRET_KEY, or the key kept in the folder, made at the first start and readable by the server alone."""
    given = text("SECRET_KEY")
    if given:
        return given
    path = folder / "secret_key"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()
