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
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = "benchmarks.settings"
COOKIE = "__Host-session"  # as in production


@dataclass
class Place:
    """A seeded room and its folder; `pid` while it is served."""

    folder: Path
    port: int = 0
    pid: int = 0

    def environment(self, mode: str, settings: str = SETTINGS) -> dict[str, str]:
        """Give the environment of its programs."""
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        return kept | {
            "DJANGO_SETTINGS_MODULE": settings,
            "SUPPORTROOM_MODE": mode,
            "SUPPORTROOM_VAR": str(self.folder),
            **({"SUPPORTROOM_HOSTS": "room.example,127.0.0.1,localhost"} if mode == "production" else {}),
        }

    def run(self, *arguments: str) -> str:
        """Run a Python program on this room; give what it printed."""
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=ROOT, env=self.environment("test"), check=True, stdout=subprocess.PIPE, text=True
        ).stdout

    def seed(self) -> dict[str, Any]:
        """Fill the room; give addresses and cookies."""
        file = self.folder / "seeded.json"
        if not file.exists():
            self.run("manage.py", "migrate", "--no-input", "-v0")
            self.run("-m", "benchmarks.seeding", str(file))
        return json.loads(file.read_text())

    @contextmanager
    def served(self, settings: str = SETTINGS) -> Iterator["Place"]:
        """Serve it as in production, with one worker process."""
        self.port = free_port()
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port)]
        silent = subprocess.DEVNULL
        server = subprocess.Popen(
            command, cwd=ROOT, env=self.environment("production", settings), stdout=silent, stderr=silent
        )
        self.pid = server.pid
        try:
            wait_for(self.port)
            yield self
        finally:
            server.terminate()
            server.wait(20)

    def memory(self) -> float:
        """Give the proportional memory of the serving process and its children in MB."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return sum(proportional(int(pid)) for pid in [str(self.pid), *children])


def proportional(pid: int) -> float:
    """Give the proportional set size of a process in MB."""
    found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
    return int(found[1]) / 1024 if found else float("nan")


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def wait_for(port: int) -> None:
    """Wait until the server listens; RuntimeError after a minute."""
    until = time.monotonic() + 60
    while is_free(port):
        if time.monotonic() > until:
            raise RuntimeError("the server did not start")
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
