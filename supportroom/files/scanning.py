"""The virus scanner, where the room has one (S32): a small client of clamd's INSTREAM.

`SUPPORTROOM_CLAMD` is `host:port` or the path of a socket. A scanner that cannot be asked lets nothing through: the
file is quarantined, and asked about again by the periodic work.
"""

import logging
import socket
import struct
from typing import Final

from django.conf import settings

from supportroom.kernel.errors import DomainError

log = logging.getLogger(__name__)
SECONDS: Final = 20
_PIECE: Final = 64 * 1024


def scan(content: bytes) -> bool:
    """Tell whether the scanner found nothing, or the room has none; False where it could not be asked.

    DomainError `files.infected`.
    """
    if not settings.CLAMD:
        return True
    try:
        answer = _asked(content)
    except OSError as error:
        log.warning("the scanner could not be asked: %s", type(error).__name__)
        return False
    if answer.endswith("FOUND"):
        raise DomainError("files.infected")
    return answer.endswith("OK")


def is_there() -> bool:
    """Tell whether the scanner answers."""
    try:
        with _connected() as line:
            line.sendall(b"zPING\0")
            return line.recv(64).startswith(b"PONG")
    except OSError:
        return False


def _asked(content: bytes) -> str:
    with _connected() as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            line.sendall(struct.pack(">I", len(piece)) + piece)
        line.sendall(struct.pack(">I", 0))
        answer = b""
        while not answer.endswith(b"\0") and (more := line.recv(4096)):
            answer += more
    return answer.rstrip(b"\0\r\n ").decode("utf-8", "replace")


def _connected() -> socket.socket:
    place: str = settings.CLAMD
    if place.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(SECONDS)
        line.connect(place)
        return line
    host, _colon, port = place.rpartition(":")
    return socket.create_connection((host, int(port)), SECONDS)
