"""What the close of a session sets off: floors above erase what is theirs, then the key dies and the disk is scrubbed.

`close_session` runs the callbacks in its own transaction and, after the commit, `finish_closing`. What a killed server
left undone is ended by `finish_interrupted_closings`, which `manage.py serve` and every opening of a session run.
"""

from collections.abc import Callable

from django.db import connection, models

from supportroom.protection.erasing import scrub_disk
from supportroom.protection.handles import destroy_key, has_key
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import CLOSED

Callback = Callable[[Session], None]
_callbacks: list[Callback] = []
_scrubbed: list[type[models.Model]] = []


def at_close(callback: Callback, *scrubbed: type[models.Model]) -> None:
    """Let an app above act when a session closes, inside the same transaction; called in its `ready()`.

    `scrubbed` are its tables in which the close leaves dead rows that must vanish from the disk as well.
    """
    if callback not in _callbacks:
        _callbacks.append(callback)
        _scrubbed.extend(scrubbed)


def run_callbacks(session: Session) -> None:
    """Do what the floors above handed in; called by `close_session` alone."""
    for callback in _callbacks:
        callback(session)


def finish_closing(session: Session) -> None:
    """Destroy the session's key and what the disk still holds; after the commit. Harmless when repeated."""
    destroy_key(session.pk)
    _scrub()


def finish_interrupted_closings(*, scrub: bool = True) -> int:
    """Destroy the keys of closed sessions that still have one; give how many there were.

    The disk is scrubbed if there were any, and in any case when `scrub` is true: a server may die between the two.
    """
    closed = Session.objects.filter(state=CLOSED).values_list("pk", flat=True)
    left = [session_id for session_id in closed if has_key(session_id)]
    for session_id in left:
        destroy_key(session_id)
    if left or scrub:
        _scrub()
    return len(left)


def _scrub() -> None:
    if not connection.in_atomic_block:
        scrub_disk(*_scrubbed)
