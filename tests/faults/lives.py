"""Lives of this process: a copy that does something and is killed at one of the points that it passes."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.db import connection

from tests.faults.mail_nursery import Points

KILLED = -signal.SIGKILL


def life(act: Callable[[], object], last: int) -> bool:
    """Let a copy of this process act until it passes this point, and be killed there; tell whether it came to its end.

    Points are before each statement, before and after each commit, and around each step by which a file is written.
    """
    connection.close()
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _live(act, last)
    _child, status = os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    assert ended in (0, KILLED), f"a life ended with {ended}"
    return ended == 0


def _live(act: Callable[[], object], last: int) -> None:
    code = 1
    try:
        points = Points(last)
        real: Any = connection
        real._commit = points.around(real._commit)
        for holder, name in ((os, "open"), (os, "fsync"), (Path, "rename"), (Path, "mkdir"), (Path, "unlink")):
            setattr(holder, name, points.around(getattr(holder, name)))
        with connection.execute_wrapper(points.statement):
            act()
        code = 0
    finally:
        os._exit(code)
