"""Many do something at once: threads that start together, each with a connection of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

THREADS = 12


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do all this at once; give what each answered, or the exception that it raised."""
    answers: list[Any] = [None] * len(acts)
    start = threading.Barrier(min(len(acts), THREADS))

    def work(numbers: Sequence[int]) -> None:
        try:
            start.wait(timeout=30)
            for number in numbers:
                answers[number] = _answer(acts[number])
        finally:
            connection.close()

    threads = [
        threading.Thread(target=work, args=(range(first, len(acts), start.parties),)) for first in range(start.parties)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    return answers


def _answer(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as error:  # noqa: BLE001 - what was raised is the answer
        return error


def raised_by(answers: Sequence[Any]) -> list[Exception]:
    """Give the exceptions among the answers."""
    return [answer for answer in answers if isinstance(answer, Exception)]
