"""Run all tests and say in the last line how many passed and failed.

The parts: the fast checks, pytest on SQLite, pytest on PostgreSQL, the browser journeys, each file of them in a process
and with a browser of its own; two parts run at a time. What a machine cannot give is listed as NOT RUN with its count;
the exit code is then still 0, but 2 if CI=true and a whole part is missing.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from xml.etree import ElementTree as ET

import browser
import check
import postgres

ROOT = Path(__file__).resolve().parent.parent
LONGEST = ("every_page", "preparing", "main_job", "paper")
JOURNEY = ["-m", "journey", "-o", "faulthandler_timeout=450"]  # one that hangs does so in the browser's driver
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--color=no")


@dataclass
class Part:
    """What became of one part: counts, time, print-out, what was not run and why, what failed at first or for good.

    `broke_off`: pytest itself came to no end, so that nothing could be counted. `missing`: the machine could not give
    what the whole part stands on.
    """

    name: str
    passed: int = 0
    failed: int = 0
    broke_off: bool = False
    missing: bool = False
    seconds: float = 0
    output: str = ""
    not_run: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    tried_again: list[str] = field(default_factory=list)


def main(pytest_arguments: list[str]) -> int:
    """Run every part; arguments go to pytest (then the fast checks are left out). Gives the exit code."""
    started = time.monotonic()
    chromium, programs = browser.find_browser(), postgres.find_programs()
    print(
        f"Browser: {'none' if chromium is None else chromium or 'from the driver'}; PostgreSQL: {programs or 'none'}",
        flush=True,
    )
    asked = [pytest_arguments] if pytest_arguments else journey_files()
    work: list[Callable[[], Part]] = [
        lambda: on_postgres(programs, pytest_arguments),
        lambda: on_sqlite(pytest_arguments),
        *(partial(journeys, chromium, chosen) for chosen in asked),
    ]
    if not pytest_arguments:
        work.insert(2, fast_checks)
    with (
        tempfile.TemporaryDirectory(prefix="supportroom-built-") as built,
        ThreadPoolExecutor(max_workers=2) as pool,
    ):
        os.environ["SUPPORTROOM_BUILT"] = built  # one demo room for all journeys
        parts = list(pool.map(announced, work))
    return summary(parts, time.monotonic() - started)


def announced(work: Callable[[], Part]) -> Part:
    """Do one part and print how it went, with its output if anything failed."""
    started = time.monotonic()
    try:
        part = work()
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        part = Part("a part of the tests", failed=1, output=f"It could not start: {error}")
    part.seconds = time.monotonic() - started
    if part.failed or part.tried_again:
        print(f"\n=== {part.name} ===\n{part.output.strip()}\n")
    print(f"{part.name}: {part.passed} passed, {part.failed} failed in {part.seconds:.0f} s", flush=True)
    return part


def fast_checks() -> Part:
    """Run what `make check` runs; each check counts as one test."""
    outcomes = check.run_all()
    failed = [outcome for outcome in outcomes if outcome.complaints]
    output = "\n".join(f"--- {outcome.name} ---\n{outcome.complaints}" for outcome in failed)
    return Part("checks", len(outcomes) - len(failed), len(failed), output=output)


def on_sqlite(arguments: list[str]) -> Part:
    """Run the tests on SQLite."""
    return pytest("tests on SQLite", arguments or ["-m", "not journey"], {})


def on_postgres(programs: Path | None, arguments: list[str]) -> Part:
    """Run the tests on a private PostgreSQL server."""
    chosen = arguments or ["-m", "not journey"]
    if programs is None:
        return not_run("tests on PostgreSQL", "no server could be had", chosen)
    with postgres.server(programs) as address:
        return pytest("tests on PostgreSQL", chosen, {"DATABASE_URL": address})


def journey_files() -> list[list[str]]:
    """List the files of journeys, each by itself, those first that take longest."""
    files = [str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "journeys").glob("test_*.py")]
    last = len(LONGEST)
    places = {name: next((at for at, word in enumerate(LONGEST) if word in name), last) for name in files}
    return [[name] for name in sorted(files, key=lambda name: (places[name], name))]


def journeys(chromium: str | None, chosen: list[str]) -> Part:
    """Run browser journeys, on SQLite.

    One that fails is tried once more, alone: a browser on a busy machine sometimes misses a moment. So is a file whose
    run broke off: a browser that hangs ends it. The summary names either all the same, so that what often needs
    its second try is seen and mended.
    """
    name = f"journeys of {Path(chosen[-1]).stem.removeprefix('test_').replace('_', ' ')}"
    if chromium is None:
        return not_run(name, "no Chromium could be had", ["-m", "journey", *chosen])
    environment = {"SUPPORTROOM_BROWSER": chromium}
    part = pytest(name, [*JOURNEY, *chosen], environment)
    if not part.failed:
        return part
    if part.broke_off:
        again = pytest(name, [*JOURNEY, *chosen], environment)
        again.output = f"{part.output}\n=== second try ===\n{again.output}"
        again.tried_again = [] if again.broke_off else chosen
        return again
    if len(part.failures) != part.failed:
        return part
    return with_second_try(part, pytest(name, [*JOURNEY, *part.failures], environment))


def with_second_try(part: Part, again: Part) -> Part:
    """Count what passed when it was tried once more; what did not come to an end counts as failed still."""
    if again.passed + again.failed == part.failed and len(again.failures) == again.failed:
        part.tried_again = [name for name in part.failures if name not in again.failures]
        part.passed, part.failed = part.passed + again.passed, again.failed
    part.output += f"\n=== second try ===\n{again.output}"
    return part


def not_run(name: str, reason: str, arguments: list[str]) -> Part:
    """Give a part that could not be had, with the number of its tests."""
    listed = subprocess.run(
        [*PYTEST, "--collect-only", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    count = sum("::" in line for line in listed.stdout.splitlines())
    return Part(name, missing=True, not_run=[f"{name}, {reason}: {count} tests"])


def pytest(name: str, arguments: list[str], environment: dict[str, str]) -> Part:
    """Run pytest once with a folder of its own for everything the product writes."""
    with tempfile.TemporaryDirectory(prefix="supportroom-test-") as folder:
        report = Path(folder, "report.xml")
        inherited = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        done = subprocess.run(
            [*PYTEST, f"--junitxml={report}", f"--basetemp={folder}/made", *arguments],
            cwd=ROOT, capture_output=True, text=True, check=False,
            env=inherited | {"SUPPORTROOM_VAR": f"{folder}/var", "SUPPORTROOM_MODE": "test"} | environment,
        )  # fmt: skip
        part = Part(name, output=done.stdout + done.stderr)
        if (
            done.returncode not in (0, 1) or not report.exists()
        ):  # pytest itself did not come to an end, or found no test
            part.failed, part.broke_off = 1, True
            part.output += f"\npytest ended with {done.returncode} before it could count"
            return part
        return counted(part, report)


def counted(part: Part, report: Path) -> Part:
    """Fill in the counts of pytest's report; a skipped test is one that was not run."""
    suite = next(ET.parse(report).iter("testsuite"))  # noqa: S314 - pytest wrote it just now
    part.failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
    failing = [case for case in suite.iter("testcase") if case.find("failure") is not None]
    part.failures = [f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}" for case in failing]
    skipped = [case.get("message") or "" for case in suite.iter("skipped")]
    part.passed = int(suite.get("tests", 0)) - part.failed - len(skipped)
    part.not_run = [f"{part.name}, {reason}: {skipped.count(reason)} tests" for reason in sorted(set(skipped))]
    return part


def summary(parts: list[Part], seconds: float) -> int:
    """Print what was not run and the counts; gives the exit code."""
    print(f"\nAll parts in {seconds:.0f} s: " + ", ".join(f"{part.name} {part.seconds:.0f} s" for part in parts))
    for line in (line for part in parts for line in part.not_run):
        print(f"NOT RUN: {line}")
    for name in (name for part in parts for name in part.tried_again):
        print(f"PASSED AT THE SECOND TRY: {name}")
    refused = [part.name for part in parts if part.missing and os.environ.get("CI") == "true"]
    if refused:
        print(f"REFUSED, since this run decides and did not do all of it: {', '.join(refused)}")
    passed, failed = sum(part.passed for part in parts), sum(part.failed for part in parts)
    print(f"{passed} passed, {failed} failed")
    if failed or not passed:
        return 1
    return 2 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
