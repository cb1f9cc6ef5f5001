"""Set up what a target of the Makefile needs: the virtual environment, the locked packages, the compiled languages.

`python3 tools/setup.py run` prepares serving, `test` what checks and tests need besides. It needs the standard library
alone and does nothing when nothing changed: a stamp in the environment keeps the locks' digests.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = {"run": ("run",), "test": ("test",), "postgres": ("test", "postgres")}
HOW_TO_GET_VENV = (
    "Python lacks its venv module here: run 'apt install python3-venv' (or your system's like) and try again."
)


def main(purpose: str) -> int:
    """Set up for a purpose (run, test, postgres); gives the exit code."""
    started = time.monotonic()
    try:
        changed = make_environment() | install(purpose)
        compile_languages()
    except subprocess.CalledProcessError as error:
        print(
            f"Set-up stopped: '{' '.join(map(str, error.cmd[:6]))} ...' failed with {error.returncode}.",
            file=sys.stderr,
        )
        return 1
    if changed:
        print(f"Set up for '{purpose}' in {time.monotonic() - started:.0f} s.", flush=True)
    return 0


def make_environment() -> bool:
    """Make the virtual environment unless one that works is there; tells whether it was made."""
    if works(PYTHON):
        return False
    print("Making a virtual environment in .venv ...", flush=True)
    shutil.rmtree(VENV, ignore_errors=True)
    if importlib.util.find_spec("ensurepip") is None and importlib.util.find_spec("pip") is None:
        install_venv_package()
    if importlib.util.find_spec("ensurepip") is not None:
        call(sys.executable, "-m", "venv", VENV)
    else:  # the system's pip can install into an environment that has none of its own
        call(sys.executable, "-m", "venv", "--without-pip", VENV)
        call(sys.executable, "-m", "pip", "-qq", "--python", PYTHON, "install", "pip")
    return True


def works(python: Path) -> bool:
    """Tell whether this interpreter starts, is new enough and has pip (a copied or half-made environment has not)."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([python, "-c", probe], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def install_venv_package() -> None:
    """As root on Debian, install what venv needs; elsewhere stop with a sentence that says what to do."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        sys.exit(HOW_TO_GET_VENV)
    apt_install("python3-venv", f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit(HOW_TO_GET_VENV)


def apt_install(*packages: str) -> bool:
    """Install the first of these Debian packages that can be had; tells whether one could."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    print(f"Installing {packages[0]} ...", flush=True)
    subprocess.run(["apt-get", "update", "-q"], env=environment, check=False, capture_output=True)
    return any(
        subprocess.run([*command, package], env=environment, check=False, capture_output=True).returncode == 0
        for package in packages
    )


def install(purpose: str) -> bool:
    """Install the locked packages with their hashes unless the stamp says that they are there; tells whether it did."""
    locks = [ROOT / "requirements" / f"{name}.txt" for name in LOCKS[purpose]]
    missing = [lock for lock in locks if not is_installed(lock)]
    for lock in missing:
        print(f"Installing the packages of requirements/{lock.name} ...", flush=True)
        call(PYTHON, "-m", "pip", "install", "-qq", "--no-deps", "--require-hashes", "--no-input", "-r", lock)
        stamp(lock).write_text(digest(lock))
        if lock.name == "test.txt":  # it holds everything that running needs
            run = lock.with_name("run.txt")
            stamp(run).write_text(digest(run))
    return bool(missing)


def is_installed(lock: Path) -> bool:
    """Tell whether the stamp in the environment stands for this state of the lock."""
    return stamp(lock).is_file() and stamp(lock).read_text() == digest(lock)


def stamp(lock: Path) -> Path:
    """Give the file that keeps which state of a lock is installed."""
    return VENV / f"installed-{lock.stem}"


def digest(lock: Path) -> str:
    """Give what a stamp keeps for a lock."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def compile_languages() -> None:
    """Compile the catalogues that are newer than what was compiled from them."""
    catalogues = ROOT.glob("locale/*/LC_MESSAGES/django.po")
    if any(is_older(catalogue.with_suffix(".mo"), catalogue) for catalogue in catalogues):
        call(VENV / "bin" / "pybabel", "-q", "compile", "-d", ROOT / "locale", "-D", "django")


def is_older(made: Path, source: Path) -> bool:
    """Tell whether a made file is absent or older than its source."""
    return not made.exists() or made.stat().st_mtime < source.stat().st_mtime


def call(*command: str | Path) -> None:
    """Run a program; subprocess.CalledProcessError if it fails."""
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))
