"""The fast half of the tests: style, types, floors, migrations, languages, locks, words that must not be in any file.

`python tools/check.py` runs them all, two at a time; it needs what `tools/setup.py test` installs.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import messages
import supply

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
TEMPLATES = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("supportroom/*/templates/**/*.html"))

# Written with brackets so that this file does not hold what it looks for.
UNWANTED = {
    "a package registry's host": r"py[p]i\.org|pythonhosted\.[o]rg|registry\.np[m]js",
    "a path of one machine": r"(?<![\w.])/(wor[k]/|hom[e]/\w|roo[t]/|User[s]/)",
    "something left for later": r"\b(TO[D]O|FIX[M]E|XX[X]|HAC[K]|NotImplemente[d])\b",
}
BINARY = {".png", ".woff2", ".ttf", ".otf", ".ico", ".docx", ".xlsx", ".pdf", ".mo"}


@dataclass(frozen=True)
class Outcome:
    """What a check said: its name, its complaints (none: passed), how long it took."""

    name: str
    complaints: str
    seconds: float


def main() -> int:
    """Run every check, print what failed, and `N passed, N failed` at the end; gives the exit code."""
    outcomes = run_all()
    failed = [outcome for outcome in outcomes if outcome.complaints]
    for outcome in failed:
        print(f"\n--- {outcome.name} ---\n{outcome.complaints.strip()}")
    print(f"\n{len(outcomes) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def run_all() -> list[Outcome]:
    """Run every check and print one line for each as it ends."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        return list(pool.map(run, CHECKS))


def run(name: str) -> Outcome:
    """Run one check."""
    started = time.monotonic()
    try:
        complaints = CHECKS[name]()
    except subprocess.CalledProcessError as error:
        complaints = f"'{error.cmd[0]}' could not do its part: {error.stderr or error}"
    outcome = Outcome(name, complaints, time.monotonic() - started)
    print(f"{'FAILED' if complaints else 'ok':6} {outcome.seconds:5.1f} s  {name}", flush=True)
    return outcome


def program(*command: str) -> Callable[[], str]:
    """Give a check that runs a program of the virtual environment; its output is the complaint if it fails."""

    def check() -> str:
        with tempfile.TemporaryDirectory() as var:
            environment = os.environ | {"SUPPORTROOM_VAR": var, "SUPPORTROOM_MODE": "test"}
            environment.pop("DATABASE_URL", None)
            done = subprocess.run(
                [BIN / command[0], *command[1:]], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
            )
        return "" if done.returncode == 0 else done.stdout + done.stderr or f"exit code {done.returncode}"

    return check


def languages_complete() -> str:
    """Complain of strings that a catalogue lacks, guesses, or gives other parameters."""
    lines = [f"{language}: {line}" for language in messages.LANGUAGES for line in messages.missing(language)]
    advice = [f"{len(lines)} strings: run `make messages`, then fill in what is empty."] * bool(lines)
    return "\n".join(lines[:20] + advice)


def locks_sound() -> str:
    """Complain of a lock that holds an address, lacks a hash, or lacks a package that its source names."""
    complaints = []
    for source in sorted((ROOT / "requirements").glob("*.in")):
        lock = source.with_suffix(".txt").read_text()
        entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
        pinned = {re.split(r"[=\[]", entry)[0] for entry in entries if "--hash=sha256:" in entry}
        complaints += [f"{source.stem}: no hash: {entry}" for entry in entries if "--hash=sha256:" not in entry]
        if re.search(r"://|-index-url|--find-links", re.sub(r"^#.*", "", lock, flags=re.MULTILINE)):
            complaints.append(f"{source.stem}: the lock holds an address")
        named = set(re.findall(r"^[a-z0-9._-]+", source.read_text(), re.MULTILINE)) - {"-r"}
        complaints += [f"{source.stem}: {name} is not locked: run `make lock`" for name in sorted(named - pinned)]
    return "\n".join(complaints)


def no_unwanted_words() -> str:
    """Complain of what must not stand in any file that is kept: hosts, machine paths, loose ends."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    complaints = []
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if "/vendor/" in name or path.suffix in BINARY or not path.is_file():
            continue
        text = path.read_text(errors="replace")
        for what, pattern in UNWANTED.items():
            complaints += [f"{name}: {what}: {found[0]!r}" for found in re.finditer(pattern, text)]
    return "\n".join(complaints)


CHECKS: dict[str, Callable[[], str]] = {
    "types (mypy)": program("mypy"),
    "style (ruff check)": program("ruff", "check"),
    "form (ruff format)": program("ruff", "format", "--check"),
    "form of templates (djhtml)": program("djhtml", "--check", "--tabwidth", "2", *TEMPLATES),
    "floors (import-linter)": program("lint-imports", "--no-cache", "--no-logo"),
    "settings (manage.py check)": program("python", "manage.py", "check"),
    "migrations complete (makemigrations)": program("python", "manage.py", "makemigrations", "--check", "--dry-run"),
    "languages complete": languages_complete,
    "locks sound": locks_sound,
    "no unwanted words": no_unwanted_words,
    "what comes from others": supply.complaints,
}

if __name__ == "__main__":
    sys.exit(main())
