"""The child process asked: a task and bytes in, what came of it out. Two at once; a third waits, then is refused."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from supportroom.kernel.errors import DomainError
from supportroom.reading import vocabulary as _wordings  # noqa: F401 - what the child refuses is worded there

CHILD: Final = Path(__file__).with_name("child.py")
AT_ONCE: Final = 2
WAIT_SECONDS: Final = 40
CHILD_SECONDS: Final = 60
_places = threading.BoundedSemaphore(AT_ONCE)


def ask_child(task: str, kind: str, name: str, content: bytes) -> tuple[dict[str, Any], bytes]:
    """Let the child do a task; DomainError `files.busy`, `files.too_heavy`, and whatever it refuses."""
    with _a_place():
        return _asked({"task": task, "kind": kind, "name": name}, content)


@contextmanager
def _a_place() -> Iterator[None]:
    if not _places.acquire(timeout=WAIT_SECONDS):
        raise DomainError("files.busy")
    try:
        yield
    finally:
        _places.release()


def _asked(asked: dict[str, str], content: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and file, nothing of the person's in the words
            [sys.executable, "-I", "-B", str(CHILD)],
            input=json.dumps(asked).encode() + b"\n" + content,
            capture_output=True,
            timeout=CHILD_SECONDS,
            env={},
            cwd="/",
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise DomainError("files.too_heavy") from None
    head, _line, found = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise DomainError("files.too_heavy" if done.returncode < 0 else "reading.broken")
    answer = json.loads(head)
    if "error" in answer:
        raise DomainError(answer["error"], **answer["params"])
    return answer, found
