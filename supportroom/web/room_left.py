"""Room on the disk (R04). Before the last of it is used up nothing new is taken, so that reading, signing in, leaving
and locking go on; what the disk or the database refuses is answered kindly, with what was typed still there.

Nothing is half kept: an action is one transaction, and a file is whole on the disk before its row is written.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from supportroom.web.limits import held_back

FULL, AWAY = 507, 503
MUCH: Final = 4  # the team is told while so many times the reserve is left
NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT)
POSTGRES_CLASSES: Final = {"53100": FULL, "53200": AWAY, "53300": AWAY}  # disk full, out of memory, too many lines
SIGNING_IN: Final = ("account_", "mfa_", "confirm")  # names of addresses
ALWAYS: Final = "always"  # the name of `web.limits` for what must be possible at any moment


def bytes_left() -> int:
    """Give how many bytes are left where the room writes: the least of its folder's disk and its database's."""
    name = str(settings.DATABASES["default"]["NAME"])
    is_file = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3") and Path(name).is_absolute()
    places = {Path(settings.VAR_DIR), *([Path(name).parent] if is_file else [])}
    return min((_free(place) for place in places if place.exists()), default=_reserve())


def _free(place: Path) -> int:
    told = os.statvfs(place)
    return told.f_bavail * told.f_frsize


def _reserve() -> int:
    return int(settings.LEAST_FREE_MB) * 1024 * 1024


def is_full() -> bool:
    """Tell whether only the reserve is left."""
    return bytes_left() < _reserve()


def warning(*, keeps_the_room: bool) -> str:
    """Give what pages say of room that runs out: to the team in time, to everybody once nothing new is taken."""
    left = bytes_left()
    if left < _reserve():
        return _("The room's disk is full. Reading goes on; nothing new is kept until the team has made room.")
    if keeps_the_room and left < MUCH * _reserve():
        megabytes = left // 1024 // 1024
        return _("The room's disk is nearly full: %(n)s MB are left. Make room before nothing new is kept.") % {
            "n": megabytes
        }
    return ""


def status_of(error: BaseException) -> int:
    """Tell what an error of disk or database means: 507 where it is full, 503 where it does not answer, else 0."""
    if isinstance(error, OSError):
        return FULL if error.errno in NO_ROOM else 0
    if not isinstance(error, DatabaseError | InterfaceError):
        return 0
    for cause in _causes(error):
        code = getattr(cause, "sqlite_errorcode", 0) or 0
        if code & 0xFF == sqlite3.SQLITE_FULL or (code & 0xFF == sqlite3.SQLITE_IOERR and is_full()):
            return FULL
        named = POSTGRES_CLASSES.get(getattr(cause, "sqlstate", None) or "")
        if named:
            return named
    return AWAY if isinstance(error, OperationalError | InterfaceError) and _is_away(error) else 0


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _is_away(error: BaseException) -> bool:
    """Tell whether the database could not be asked at all, rather than that it was asked something wrong."""
    codes = {(getattr(cause, "sqlite_errorcode", 0) or 0) & 0xFF for cause in _causes(error)}
    if codes & {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}:
        return True
    states = [getattr(cause, "sqlstate", "") or "" for cause in _causes(error) if hasattr(cause, "sqlstate")]
    return bool(states) and (not any(states) or any(state[:2] in {"08", "57"} for state in states))


def _must_pass(request: HttpRequest, view: Any) -> bool:
    """Tell whether a form writes into the reserve: signing in and out, and what must be possible at any moment."""
    match = request.resolver_match
    is_signing_in = match is not None and (match.url_name or "").startswith(SIGNING_IN)
    return is_signing_in or getattr(view, "limit", "") == ALWAYS


class KeepRoomLeft:
    """Take nothing new once only the reserve is left; answer what the disk or the database refuses."""

    def __init__(self, answer: Any) -> None:
        """Take the next layer."""
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass."""
        return self.answer(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], given: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse a form while the disk is full, unless it is one that must go through at any moment."""
        if request.method != "POST" or _must_pass(request, view) or not is_full():
            return None
        return held_back(request, FULL)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer an error of disk or database with its page, which holds what was typed."""
        status = status_of(error)
        return held_back(request, status) if status else None
