"""An archive is read: part after part, each once, digests beside; nothing is believed before the manifest agrees."""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from supportroom.backups.sealing import Reading
from supportroom.backups.tape import PIECE, PLAIN, Digests
from supportroom.backups.vocabulary import FORMAT, HEAD, MANIFEST
from supportroom.kernel.errors import DomainError


@dataclass(frozen=True)
class Head:
    """What an archive says of itself before anything else."""

    format: int
    version: str
    made_at: str
    database: str
    migrations: list[list[str]]
    columns: dict[str, list[str]]


@dataclass(frozen=True)
class Part:
    """One part, to be read once, now."""

    name: str
    source: Any

    def pieces(self) -> Iterator[bytes]:
        """Yield its bytes."""
        while piece := self.source.read(PIECE):
            yield piece

    def into(self, path: Path) -> None:
        """Write it as a file that the server alone may read."""
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with path.open("xb") as file:
            path.chmod(0o600)
            for piece in self.pieces():
                file.write(piece)


class _Digesting:
    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.digest, self.size = source, hashlib.sha256(), 0

    def read(self, size: int) -> bytes:
        piece = self.source.read(size)
        self.digest.update(piece)
        self.size += len(piece)
        return piece


class Reel:
    """Reads an archive from a stream. DomainError `backups.not_an_archive`, `backups.damaged`."""

    def __init__(self, stream: Reading) -> None:
        """Take the stream, and read the head."""
        self._stream = stream
        self.seen: Digests = {}
        self.manifest: dict[str, Any] = {}
        try:
            self._tape = tarfile.open(fileobj=cast("IO[bytes]", stream), mode="r|", bufsize=PIECE)  # noqa: SIM115 - it lives as long as the reel
            first = self._tape.next()
        except (tarfile.TarError, EOFError):
            raise DomainError("backups.not_an_archive") from None
        if first is None or first.name != HEAD:
            raise DomainError("backups.not_an_archive")
        self.head = self._head(self._whole(first))

    def parts(self) -> Iterator[Part]:
        """Yield every part up to the manifest; each is to be read before the next."""
        try:
            while member := self._tape.next():
                if member.name == MANIFEST:
                    self.manifest = json.loads(self._whole(member, is_counted=False))
                    return
                if not member.isreg() or not PLAIN.fullmatch(member.name) or member.name in self.seen:
                    raise DomainError("backups.damaged", where=f"a part is called {member.name[:80]!r}")
                source = _Digesting(self._source(member))
                yield Part(member.name, source)
                self.seen[member.name] = (source.size, source.digest.hexdigest())
                if source.size != member.size:
                    raise DomainError("backups.damaged", where=f"{member.name} was not read to its end")
        except (tarfile.TarError, EOFError, ValueError):
            raise DomainError("backups.damaged", where="it ends amid a part") from None
        raise DomainError("backups.damaged", where="it has no end")

    def refuse_differences(self) -> None:
        """Read to the very end, which tells whether anything was cut off, and compare all with the manifest."""
        while self._stream.read(PIECE):
            pass
        written = {name: tuple(told) for name, told in self.manifest["parts"].items()}
        different = sorted(set(written.items()) ^ set(self.seen.items()))
        if different:
            raise DomainError("backups.damaged", where=f"{different[0][0]} is not as it was written")

    def _whole(self, member: tarfile.TarInfo, *, is_counted: bool = True) -> bytes:
        content = self._source(member).read()
        if is_counted:
            self.seen[member.name] = (len(content), hashlib.sha256(content).hexdigest())
        return content

    def _source(self, member: tarfile.TarInfo) -> IO[bytes]:
        source = self._tape.extractfile(member)
        if source is None:
            raise DomainError("backups.damaged", where=f"{member.name[:80]!r} is no file")
        return source

    @staticmethod
    def _head(content: bytes) -> Head:
        try:
            head = Head(**json.loads(content))
        except (ValueError, TypeError):
            raise DomainError("backups.not_an_archive") from None
        if head.format != FORMAT:
            raise DomainError("backups.newer", version=head.version)
        return head
