"""The product as people meet it: the real server in a process of its own, with its own folder and SQLite database."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NO_WAY_OUT = Path(__file__).resolve().parent / "no_way_out"  # its sitecustomize.py stops every line to elsewhere
OWN = ("DATABASE_URL", "SUPPORTROOM_FIELD_KEYS")  # of the tests: a room has its own, and its keys go where it goes
PATIENCE, ONE_ANSWER = 90, 30  # seconds for it to stand, and for one page on a busy machine


@dataclass(eq=False)
class Server:
    """A room that is served on a loopback port; `url` is its address. `kill` ends it as a power cut would.

    In the mode "demo" its mails lie in its folder as files.
    """

    folder: Path
    port: int = 0
    mode: str = "test"
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Choose a free port."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = self.port or probe.getsockname()[1]

    @property
    def url(self) -> str:
        """The address, without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which its programs run."""
        kept = {name: value for name, value in os.environ.items() if name not in OWN}
        mine = {"SUPPORTROOM_MODE": self.mode, "DJANGO_SETTINGS_MODULE": "supportroom.config.settings"}
        guard = os.pathsep.join([str(NO_WAY_OUT), *filter(None, [os.environ.get("PYTHONPATH")])])
        return kept | mine | {"SUPPORTROOM_VAR": str(self.folder), "PYTHONPATH": guard}

    def manage(self, *arguments: str) -> str:
        """Run a command of the product on this room; gives what it printed, AssertionError if it failed."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        """Serve, and wait until the first answer."""
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port)]
        log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=log, stderr=log,
        )  # fmt: skip
        until = time.monotonic() + PATIENCE
        while not self.answers():
            assert self.process.poll() is None, self.log
            if time.monotonic() > until:
                self.kill()
                raise AssertionError(f"no answer within {PATIENCE} s\n{self.log}")
            time.sleep(0.1)

    def answers(self) -> bool:
        """Tell whether anything answers, be it an error page."""
        try:
            urllib.request.urlopen(f"{self.url}/", timeout=ONE_ANSWER).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    @property
    def log(self) -> str:
        """What the server has written to its log."""
        return (self.folder / "server.log").read_text()

    def kill(self) -> None:
        """End the server at once, in the middle of whatever it does."""
        if self.process:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """Let the server end."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
