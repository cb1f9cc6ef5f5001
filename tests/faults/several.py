"""Several processes of one room: set up once, it forks a server, or a run of the periodic work, for each line it reads.

`serve` forks a process that serves on a port of its own and says `port <number>`; `periodic <times>` forks a process
that does the periodic work so often and says `ran <what failed>`. All of them end with this one.
"""

import os
import signal
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.faults.http_nursery import say, serve


def work(times: int) -> None:
    """Do the periodic work so often."""
    from supportroom.config.periodic import run_all

    failed = {name for _time in range(times) for name in run_all()}
    say("ran", " ".join(sorted(failed)) or "all")


def main() -> None:
    """Fork a process for every line."""
    from django.db import connections
    from django.urls import get_resolver

    from supportroom.config import asgi  # noqa: F401 - sets everything up, so that each process begins at once

    _ = get_resolver().url_patterns
    connections.close_all()
    say("ready")
    children = []
    for line in sys.stdin:
        word, _space, times = line.strip().partition(" ")
        listening = socket.create_server(("127.0.0.1", 0)) if word == "serve" else None
        child = os.fork()
        if not child:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            if listening is None:
                work(int(times))
            else:
                say("port", listening.getsockname()[1])
                serve(listening)
            os._exit(0)
        children.append(child)
        if listening is not None:
            listening.close()
    for child in children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
