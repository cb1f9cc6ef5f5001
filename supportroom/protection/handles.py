"""The session key and the handles derived with it (S14).

While the key exists a session can tell whether two acts are one person's; once it is destroyed nobody can,
whatever they hold of the database and its backups.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from django.conf import settings

from supportroom.kernel.errors import DomainError

KEY_BYTES = 32


def _path(session_id: int) -> Path:
    return Path(settings.SESSION_KEYS_DIR) / f"{session_id}.key"


def open_key(session_id: int) -> None:
    """Make the key of a session, once; the file is written and synced before this returns, for the server alone."""
    folder = _path(session_id).parent
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        descriptor = os.open(_path(session_id), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    _sync(folder)


def has_key(session_id: int) -> bool:
    """Tell whether the session's key still exists."""
    return _path(session_id).exists()


def handle_for(session_id: int, person_id: int) -> str:
    """Give the person's handle in this session: 64 hex digits. DomainError `protection.key_gone` without a key."""
    try:
        key = _path(session_id).read_bytes()
    except FileNotFoundError:
        raise DomainError("protection.key_gone") from None
    if len(key) != KEY_BYTES:
        raise DomainError("protection.key_gone")
    return hmac.new(key, str(person_id).encode(), hashlib.sha256).hexdigest()


def destroy_key(session_id: int) -> None:
    """Overwrite and remove the key; nothing to do if it is gone already."""
    path = _path(session_id)
    try:
        with path.open("r+b") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
