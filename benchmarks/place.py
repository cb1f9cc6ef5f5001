"""A room of its own for a measurement: a folder, what is in it, and the real server on a loopback port."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = "benchmarks.settings"
COOKIE = "__Host-session"  # as in production


@dataclass
class Place:
    """A seeded room and its folder; `port` and `pid` while it is served, or all where several processes serve it."""

    folder: Path
    port: int = 0
    pid: int = 0
    database: str = ""  # PostgreSQL's address; nothing: SQLite in the folder
    more: dict[str, str] = field(default_factory=dict)  # what else stands in its environment
    ports: list[int] = field(default_factory=list)
    pids: list[int] = field(default_factory=list)

    def environment(self, mode: str, settings: str = SETTINGS) -> dict[str, str]:
        """Give the environment of its programs."""
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return kept | {
            "DJANGO_SETTINGS_MODULE": settings,
            "SUPPORTROOM_MODE": mode,
            "SUPPORTROOM_VAR": str(self.folder),
            **self.more,
            **({"DATABASE_URL": self.database} if self.database else {}),
            **(self._in_production() if mode == "production" else {}),
        }

    def _in_production(self) -> dict[str, str]:
        """Give what a room in production must be told."""
        keys = str(self.folder / "field_keys")  # made when the room was filled, in test mode
        return {"SUPPORTROOM_HOSTS": "room.example,127.0.0.1,localhost", "SUPPORTROOM_FIELD_KEYS": keys}

    def run(self, *arguments: str) -> str:
        """Run a Python program on this room; give what it printed."""
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment("test"), check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    def seed(self) -> dict[str, Any]:
        """Fill the room and let it settle; give addresses and cookies."""
        file = self.folder / "seeded.json"
        if not file.exists():
            self.run("manage.py", "migrate", "--no-input", "-v0")
            self.run("-m", "benchmarks.seeding", str(file))
            self.run("manage.py", "periodic")  # the search index is filled, not while pages are measured
        return json.loads(file.read_text())

    @contextmanager
    def served(self, settings: str = SETTINGS, processes: int = 1) -> Iterator["Place"]:
        """Serve it as in production, with one process on SQLite, as many as are asked for on PostgreSQL."""
        self.ports = [free_port() for _process in range(processes)]
        environment, silent = self.environment("production", settings), subprocess.DEVNULL
        servers = [
            subprocess.Popen(
                [sys.executable, "manage.py", "serve", "--port", str(port)],
                cwd=ROOT, env=environment, stdout=silent, stderr=silent,
            )
            for port in self.ports
        ]  # fmt: skip
        self.pids = [server.pid for server in servers]
        self.port, self.pid = self.ports[0], self.pids[0]
        try:
            for port, server in zip(self.ports, servers, strict=True):
                wait_for(port, server)
            yield self
        finally:
            for server in servers:
                server.terminate()
            for server in servers:
                server.wait(20)

    def memory(self) -> float:
        """Give the proportional memory of the serving processes and their children in MB."""
        return sum(proportional(pid) for pid in self._family())

    def processor(self) -> float:
        """Give the seconds of processor that the serving processes have used."""
        return sum(processor_of(pid) for pid in self._family())

    def _family(self) -> list[int]:
        children = (Path(f"/proc/{pid}/task/{pid}/children").read_text().split() for pid in self.pids)
        return [*self.pids, *(int(pid) for found in children for pid in found)]


def proportional(pid: int) -> float:
    """Give the proportional set size of a process in MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


def processor_of(pid: int) -> float:
    """Give the seconds of processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def wait_for(port: int, server: "subprocess.Popen[bytes] | None" = None) -> None:
    """Wait until the server listens; RuntimeError where it ended instead, or after three minutes."""
    until = time.monotonic() + 180
    while is_free(port):
        if time.monotonic() > until or (server and server.poll() is not None):
            raise RuntimeError("the server did not start: `manage.py serve` says why")
        time.sleep(0.1)


@contextmanager
def new_place() -> Iterator[Place]:
    """Give a room in a temporary folder, or in the one that SUPPORTROOM_BENCH names, which is kept."""
    kept = os.environ.get("SUPPORTROOM_BENCH")
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
        yield Place(Path(kept))
        return
    with tempfile.TemporaryDirectory(prefix="supportroom-bench-") as folder:
        yield Place(Path(folder))
