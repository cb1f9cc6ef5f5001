"""Where it is kept who is signed in: in the database, told to the full hour (S15, S24).

A row says when it ends, and so when somebody signed in: to the second that would tell who sat in which session. It ends
with the hour in which it would have ended; `signing_in` deletes what is over.
"""

from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db.models import QuerySet

from supportroom.kernel.clock import now
from supportroom.kernel.kept_queries import Kept


@Kept
def _lasting(key: str, moment: datetime) -> QuerySet[Any]:
    return DatabaseStore.get_model_class().objects.filter(session_key=key, expire_date__gt=moment)


SHORTEST_KEY = 8


class SessionStore(DatabaseStore):
    """Django's sessions in the database, without the minute."""

    def _validate_session_key(self, key: Any) -> bool:
        """Take letters and digits alone: PostgreSQL breaks over what else a cookie can be made to hold."""
        return bool(key) and len(key) >= SHORTEST_KEY and key.isascii() and key.isalnum()

    def _get_session_from_db(self) -> Any:
        """Give the row of this session while it lasts, by a query that is written once: every page begins with it."""
        found = _lasting(key=self.session_key, moment=now())
        if not found:
            self._session_key = None
        return found[0] if found else None

    def get_expiry_date(self, **given: Any) -> datetime:
        """Give when the session ends: the end of that hour."""
        ends: datetime = super().get_expiry_date(**given)
        return ends.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
