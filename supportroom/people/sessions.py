"""Where it is kept who is signed in: in the database, under a digest of the key, told to the full hour (S06, S15, S24).

A row says when it ends, and so when somebody signed in: to the second that would tell who sat in which session. It ends
with the hour in which it would have ended; the minutes are kept in the browser alone (`moments`). These rows are no
record of the room and pass the door of actions by: a journal of who came when is what must not be.
"""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest

from supportroom.kernel.clock import now
from supportroom.kernel.kept_queries import Kept

SHORTEST_KEY: Final = 8
DIGEST_LETTERS: Final = 40
DEVICE, DAY, HALF_WAY = "device", "day", "half_way"


def digest_of_key(key: str) -> str:
    """Give what a session's key is kept as."""
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:DIGEST_LETTERS]


@Kept
def _lasting(key: str, moment: datetime) -> QuerySet[Any]:
    return SessionStore.get_model_class().objects.filter(session_key=key, expire_date__gt=moment)


def _signer(salt: str) -> signing.Signer:
    return signing.Signer(salt=f"{salt}.untimed")


class SessionStore(DatabaseStore):
    """Django's sessions in the database, without the key and without the minute."""

    @classmethod
    def get_model_class(cls) -> type[Any]:
        """Give our own rows, which know their account."""
        from supportroom.people.models import SignedIn  # noqa: PLC0415 - models load after the settings name this file

        return SignedIn

    def _validate_session_key(self, key: Any) -> bool:
        """Take letters and digits alone: PostgreSQL breaks over what else a cookie can be made to hold."""
        return bool(key) and len(key) >= SHORTEST_KEY and key.isascii() and key.isalnum()

    def _get_session_from_db(self) -> Any:
        """Give the row of this session while it lasts, by a query that is written once: every page begins with it."""
        found = _lasting(key=digest_of_key(self.session_key or ""), moment=now())
        if not found:
            self._session_key = None
        return found[0] if found else None

    def encode(self, session_dict: dict[str, Any]) -> str:
        """Sign what is kept, without the second at which Django's own signature would say that it was."""
        return _signer(self.key_salt).sign_object(session_dict, serializer=self.serializer, compress=True)

    def decode(self, session_data: Any) -> dict[str, Any]:
        """Read it; nothing where it is not ours."""
        try:
            kept: dict[str, Any] = _signer(self.key_salt).unsign_object(session_data, serializer=self.serializer)
        except (signing.BadSignature, ValueError):
            return {}
        return kept

    def exists(self, session_key: str) -> bool:
        """Tell whether there is a session of this key."""
        return super().exists(digest_of_key(session_key))

    def create_model_instance(self, data: Any) -> Any:
        """Give the row of this session."""
        row: Any = super().create_model_instance(data)
        row.session_key = digest_of_key(self.session_key or "")
        row.account_id = int(data["_auth_user_id"]) if "_auth_user_id" in data else None
        return row

    def delete(self, session_key: str | None = None) -> None:
        """End this session, or the one of a key."""
        key = session_key or self.session_key
        if key:
            end(digest_of_key(key))

    def get_expiry_date(self, **given: Any) -> datetime:
        """Give when the session ends: the end of that hour."""
        ends: datetime = super().get_expiry_date(**given)
        return ends.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


@dataclass(frozen=True)
class Device:
    """Where somebody is signed in: what they call the device, since which day, and whether it is the one in hand."""

    digest: str
    name: str
    since: date | None
    is_this: bool


def devices_of(request: HttpRequest, account_id: int) -> list[Device]:
    """Give where an account is signed in, the device in hand first."""
    here = digest_of_key(request.session.session_key or "")
    found = []
    for row in _lasting_of(account_id):
        kept = row.get_decoded()
        day = date.fromisoformat(kept[DAY]) if DAY in kept else None
        found.append(Device(row.session_key, kept.get(DEVICE, ""), day, row.session_key == here))
    return sorted(found, key=lambda device: (not device.is_this, device.since or date.min, device.digest))


def _lasting_of(account_id: int) -> QuerySet[Any]:
    return SessionStore.get_model_class().objects.filter(account_id=account_id, expire_date__gt=now())


def end(digest: str, *, account_id: int | None = None) -> bool:
    """End the session of this digest, where an account is named only if it is its own; tell whether there was one."""
    rows = SessionStore.get_model_class().objects.filter(session_key=digest)
    rows = rows if account_id is None else rows.filter(account_id=account_id)
    return bool(rows.delete()[0])


def end_others(request: HttpRequest, account_id: int) -> None:
    """End every session of an account but the one in hand."""
    here = digest_of_key(request.session.session_key or "")
    _lasting_of(account_id).exclude(session_key=here).delete()
