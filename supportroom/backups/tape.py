"""One stream of named parts: a tar archive as a source of bytes, made while it is read, so that memory stays flat."""

import hashlib
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from supportroom.kernel.errors import DomainError

BLOCK: Final = tarfile.BLOCKSIZE
PIECE: Final = 256 * 1024
# A name is folders and a file of plain signs, each with one dot before it at most: nothing leads out of the folder.
PLAIN: Final = re.compile(r"(?:\.?[\w-][\w.-]*/)*\.?[\w-][\w.-]*", re.ASCII)
Digests = dict[str, tuple[int, str]]
Watch = Callable[[int], object]


class Tape:
    """Writes parts and remembers size and digest of each; `read` gives the bytes.

    DomainError `backups.unreadable_room` for a name that no restore would take: better no archive than such a one.
    """

    def __init__(self, parts: Callable[["Tape"], Iterable[bytes]], watch: Watch = id) -> None:
        """Take what yields the bytes, by `piece` and `file` of this tape, and who watches how many went by."""
        self.parts: Digests = {}
        self.failure: BaseException | None = None
        self._stream = iter(parts(self))
        self._rest = memoryview(b"")
        self._watch = watch

    def read(self, size: int = -1, /) -> bytes:
        """Give at most so many bytes; what goes wrong is kept in `failure`, since who reads may not hand it on."""
        while not self._rest:
            try:
                self._rest = memoryview(next(self._stream))
            except StopIteration:
                return b""
            except BaseException as error:
                self.failure = error
                raise
        size = len(self._rest) if size < 0 else size
        piece, self._rest = self._rest[:size], self._rest[size:]
        self._watch(len(piece))
        return bytes(piece)

    def piece(self, name: str, content: bytes) -> Iterator[bytes]:
        """Yield a part that is in memory."""
        self.parts[name] = (len(content), hashlib.sha256(content).hexdigest())
        yield _header(name, len(content))
        yield content
        yield _padding(len(content))

    def file(self, name: str, path: Path) -> Iterator[bytes]:
        """Yield a part that is a file: as long as it was when it was opened. OSError where it cannot be read.

        DomainError `backups.unreadable_room` where it grew shorter meanwhile: no file of a room does.
        """
        with path.open("rb") as file:
            size = left = file.seek(0, 2)
            file.seek(0)
            digest = hashlib.sha256()
            yield _header(name, size)
            while left:
                piece = file.read(min(PIECE, left))
                if not piece:
                    raise DomainError("backups.unreadable_room", why=f"{name} changes while it is read")
                digest.update(piece)
                left -= len(piece)
                yield piece
            yield _padding(size)
        self.parts[name] = (size, digest.hexdigest())

    @staticmethod
    def end() -> Iterator[bytes]:
        """Yield what ends a tar archive."""
        yield b"\0" * (2 * BLOCK)


def _header(name: str, size: int) -> bytes:
    if not PLAIN.fullmatch(name):
        raise DomainError("backups.unreadable_room", why=f"no archive can hold a file called {name[-80:]!r}")
    told = tarfile.TarInfo(name)
    told.size, told.mode = size, 0o600
    return told.tobuf(tarfile.PAX_FORMAT)


def _padding(size: int) -> bytes:
    return b"\0" * (-size % BLOCK)
