"""A worker of the periodic work that can be killed at every point: before each statement, before and after each commit
and each word to the mail server. It is set up once and forks for each life.

For each line `live <job> <point> <minutes>` it forks a process that lives so many minutes later and does the job, until
it kills itself at that point or says `finished <points>`; then it says `dead`.
"""

import os
import signal
import smtplib
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


class Points:
    """Counts the points that a life has passed, and ends it at one of them as a power cut would."""

    def __init__(self, last: int) -> None:
        """Take the point at which to die; 0 for none."""
        self.passed, self.last = 0, last

    def point(self) -> None:
        """Pass a point, or die here."""
        self.passed += 1
        if self.passed == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, act: Callable[..., Any]) -> Callable[..., Any]:
        """Give the act with a point before and after it."""

        def done(*args: Any, **given: Any) -> Any:
            self.point()
            answer = act(*args, **given)
            self.point()
            return answer

        return done

    def statement(self, execute: Callable[..., Any], *rest: Any) -> Any:
        """Pass a point before a statement: an execute wrapper."""
        self.point()
        return execute(*rest)


def live(job: str, last: int, minutes: int) -> None:
    """Do the job so many minutes from now, dying at a point."""
    import time_machine
    from django.db import connection

    points = Points(last)
    real: Any = connection
    smtplib.SMTP.send = points.around(smtplib.SMTP.send)  # type: ignore[method-assign]
    real._commit = points.around(real._commit)
    with (
        time_machine.travel(datetime.now(UTC) + timedelta(minutes=minutes)),
        connection.execute_wrapper(points.statement),
    ):
        work(job)
    os.write(1, f"finished {points.passed}\n".encode())
    os._exit(0)


def work(job: str) -> None:
    """Do what the periodic work does with notices."""
    from supportroom.notices import digests, sending, telling

    if job == "mails":
        telling.tell()
        sending.send()
    else:
        digests.queue()


def begin_at_once() -> None:
    """Load what the first mail of a process would load."""
    import time_machine
    from django.core.mail import get_connection

    from supportroom.notices.composing import compose
    from supportroom.notices.models import Mail
    from supportroom.people.models import Person

    with time_machine.travel(datetime.now(UTC)):
        compose(Mail(person=Person(language="ar")), "somebody@example.org").message()
    get_connection()


def main() -> None:
    """Fork a life for every line; wait for its end."""
    import django

    django.setup()
    for module in ("supportroom.notices.telling", "supportroom.notices.sending", "supportroom.notices.digests"):
        import_module(module)
    begin_at_once()
    os.write(1, b"ready\n")
    for line in sys.stdin:
        _live, job, last, minutes = line.split()
        child = os.fork()
        if not child:
            live(job, int(last), int(minutes))
        os.waitpid(child, 0)
        os.write(1, b"dead\n")


if __name__ == "__main__":
    main()
