"""A folder for files, and a scanner that answers as it is told."""

import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.factories.files import EICAR


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty folder of files for each test."""
    settings.FILES_DIR = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def scanner(tmp_path: Path, settings: Settings) -> Iterator[list[int]]:
    """A scanner on a socket that finds EICAR; gives the sizes of what it was asked about."""
    place = str(tmp_path / "clamd.sock")
    asked: list[int] = []
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.bind(place)
    line.listen()
    threading.Thread(target=_answer, args=(line, asked), daemon=True).start()
    settings.CLAMD = place
    yield asked
    line.close()


def _answer(line: socket.socket, asked: list[int]) -> None:
    while True:
        try:
            caller, _address = line.accept()
        except OSError:
            return
        with caller, caller.makefile("rb") as heard:
            assert heard.read(10) == b"zINSTREAM\0"
            content = b""
            while length := struct.unpack(">I", heard.read(4))[0]:
                content += heard.read(length)
            asked.append(len(content))
            caller.sendall(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0")


Kill = Callable[[str], None]
