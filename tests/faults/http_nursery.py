"""The room's server, which can be killed at any instant, again and again: it is set up once and forks for each life.

It says `port <number>`. For each line `live` it forks a process that serves on that port and says `child <pid>`; once
that is dead it says `dead`. The socket stays open between two lives, so whoever comes meanwhile waits for the next.
"""

import os
import socket
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["SUPPORTROOM_PERIODIC"] = "outside"  # the periodic work has a nursery of its own


def say(word: str, what: object = "") -> None:
    """Write a line that stands in the pipe even if the process dies right after."""
    os.write(1, f"{word} {what}\n".encode())


def serve(listening: socket.socket) -> None:
    """Serve until killed."""
    import uvicorn

    from supportroom.config.asgi import application

    config = uvicorn.Config(application, http="httptools", ws="none", access_log=False, log_level="error")
    uvicorn.Server(config).run(sockets=[listening])


def main() -> None:
    """Fork a life for every line; wait for its end."""
    from django.db import connections
    from django.urls import get_resolver

    from supportroom.config import asgi  # noqa: F401 - sets everything up, so that each life begins at once

    _ = get_resolver().url_patterns
    connections.close_all()
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen(64)
    say("port", listening.getsockname()[1])
    for _line in sys.stdin:
        child = os.fork()
        if not child:
            sys.stdin.close()
            serve(listening)
            os._exit(0)
        say("child", child)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
