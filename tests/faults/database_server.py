"""A private PostgreSQL server that syncs to disk as a real one does, and can be ended in the middle of its work."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import postgres  # type: ignore[import-not-found]  # in tools

SAFE = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=60", "restart_after_crash=on")


class DatabaseServer:
    """The server: begun, ended at once without a word, begun again on what lies on the disk."""

    def __init__(self, programs: Path, folder: Path) -> None:
        """Make an empty database in a folder."""
        self.user = postgres.unprivileged_user()
        if self.user:
            postgres.shutil.chown(folder, self.user)
            programs = postgres.readable_copy(programs, folder)
        self.programs, self.folder, self.port = programs, folder, postgres.free_port()
        postgres.run([programs / "initdb", "-D", folder / "db", "-U", "room", "-A", "trust", "-E", "UTF8"], self.user)
        self.start()

    @property
    def address(self) -> str:
        """The address of its empty database, for DATABASE_URL."""
        return f"postgresql://room@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Begin; what a sudden end left is brought in order first."""
        options = [part for option in SAFE for part in ("-c", option)]
        self.process = subprocess.Popen(
            [self.programs / "postgres", "-D", self.folder / "db", "-p", str(self.port), "-h", "127.0.0.1",
             "-k", self.folder, *options],
            user=self.user, extra_groups=[] if self.user else None, cwd=self.folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        postgres.wait_until_open(self.port, self.process)

    def end_at_once(self) -> None:
        """Let the whole server end without finishing anything, and begin again."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()
        self.start()

    def kill_one(self) -> None:
        """Kill one process that works for the room: the server ends all others and recovers by itself."""
        words = "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'"
        with psycopg.connect(self.address) as line:
            found = line.execute(words).fetchone()
        assert found
        postgres.run(["/bin/kill", "-9", str(found[0])], self.user)


@contextmanager
def database_server() -> Iterator[DatabaseServer]:
    """Run a server while the context lasts; RuntimeError where no PostgreSQL can be had."""
    programs = postgres.find_programs()
    if programs is None:
        raise RuntimeError("there is no PostgreSQL on this machine")
    with tempfile.TemporaryDirectory(prefix="supportroom-faults-") as name:
        server = DatabaseServer(programs, Path(name))
        try:
            yield server
        finally:
            server.process.send_signal(signal.SIGINT)
            server.process.wait()
