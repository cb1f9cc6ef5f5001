"""What the clock does for comment windows: announced, reminded of, closed. Safe to run twice, at once, or late."""

import logging

from supportroom.comments.actions import announce_window, close_window, remind_window
from supportroom.comments.actions.windows import is_near_close
from supportroom.comments.models import CommentWindow
from supportroom.comments.vocabulary import RUNNING
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError

log = logging.getLogger(__name__)


def close_what_is_over() -> int:
    """Do what is due for every window that runs; give how many steps were taken.

    Each step is a transaction of its own. What came and went while the server was down is not announced: a window that
    is over is closed, and that alone is told.
    """
    return sum(_step(window) for window in list(CommentWindow.objects.filter(state=RUNNING, opens_at__lte=now())))


def _step(window: CommentWindow) -> int:
    moment, done = now(), 0
    try:
        if moment >= window.closes_at:
            close_window(actor=SYSTEM, comment_window=window)
            return 1
        if not window.is_announced:
            announce_window(actor=SYSTEM, comment_window=window)
            done += 1
        if not window.is_reminded and is_near_close(window, moment):
            remind_window(actor=SYSTEM, comment_window=window)
            done += 1
    except DomainError as error:  # an action that came first has done it
        log.info("a comment window has moved on meanwhile: %s", error.code)
    return done
