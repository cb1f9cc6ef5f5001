"""Lets a served room open no line but to this machine, and says so loudly (S38): Python reads this when it starts."""

import sys
from typing import Any

HERE = ("127.0.0.1", "::1", "localhost", "")


def stop(event: str, args: tuple[Any, ...]) -> None:
    """Refuse to connect, to send or to look up a name elsewhere."""
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        return
    address = args[0] if event == "socket.getaddrinfo" else args[1]
    host = address[0] if isinstance(address, tuple) else address
    if event != "socket.getaddrinfo" and isinstance(host, str | bytes) and not isinstance(address, tuple):
        return  # a socket of this machine's file system
    if (host.decode() if isinstance(host, bytes) else host or "") not in HERE:
        sys.stderr.write(f"the server went out: {host}\n")
        raise PermissionError(f"the server went out: {host}")


sys.addaudithook(stop)
