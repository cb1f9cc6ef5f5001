"""Make of every requirements/*.in a lock with hashes that holds for each Python from 3.11 on, with no address."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ORDER = ("run", "test", "postgres", "encoder")  # the later ones follow the earlier ones' versions
OPTIONS = ("--universal", "--python-version=3.11", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links")


def main(arguments: list[str]) -> None:
    """Lock again; `--upgrade` among the arguments takes newer versions, as `make lock` without a lock would."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        subprocess.run([f"{folder}/bin/pip", "install", "-q", "uv"], check=True)
        for name in ORDER:
            source, lock = (Path("requirements") / f"{name}.{ending}" for ending in ("in", "txt"))
            command = [f"{folder}/bin/uv", "pip", "compile", "-q", *OPTIONS, *arguments, source, "-o", lock]
            command += ["--custom-compile-command", "make lock"]
            if name != "run":
                command += ["-c", "requirements/run.txt"]
            subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    main(sys.argv[1:])
