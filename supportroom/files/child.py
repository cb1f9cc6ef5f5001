"""The child process in which files of strangers are parsed: little memory, little time, no network, nothing to write.

Started by `asking` as `python -I child.py`, with an empty environment. Reads one line of JSON {"task", "name", "kind"}
and then the bytes; writes one line of JSON, or {"error", "params"}, and then what came of it: the cleaned bytes of
"wash", the lines and the outline of "read" as JSON. Whatever a parser does to this process, the room sees a refusal.
"""

import ctypes
import json
import resource
import sys
from pathlib import Path
from typing import Final

MOST_MEMORY: Final = 512 * 1024 * 1024
MOST_SECONDS: Final = 30
_NEW_USER, _NEW_NETWORK, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000
_NO_NEW_PRIVILEGES = 38


def confine() -> bool:
    """Take from this process what parsing does not need; tell whether it lost the network as well.

    A system that lets no ordinary process have a network of its own leaves it the limits alone (decision 0019).
    """
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(limit, (most, most))
    if not sys.platform.startswith("linux"):
        return False
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    return system.unshare(_NEW_USER | _NEW_NETWORK | _NEW_IPC) == 0 or system.unshare(_NEW_NETWORK) == 0


def main() -> None:
    """Clean or read what comes in, once."""
    confine()
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    from supportroom.files.washing.door import TASKS  # noqa: PLC0415
    from supportroom.kernel.errors import DomainError  # noqa: PLC0415

    asked = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    try:
        told, found = TASKS[asked["task"]](asked["kind"], asked["name"], content)
        answer = json.dumps(told).encode() + b"\n" + found
    except DomainError as error:
        answer = json.dumps({"error": error.code, "params": error.params}).encode() + b"\n"
    except MemoryError:
        answer = b'{"error": "files.too_heavy", "params": {}}\n'
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
