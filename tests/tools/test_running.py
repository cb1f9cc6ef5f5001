"""The scripts that run the tests say what was not run, and never pass for nothing."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def running(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script tools/test.py, loaded as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("running", ROOT / "tools" / "test.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "running", module)
    spec.loader.exec_module(module)
    return module


def test_the_last_line_counts_what_passed_and_failed(running: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert running.summary([running.Part("a", passed=3), running.Part("b", passed=4, failed=1)], 1.0) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "7 passed, 1 failed"


def test_what_was_not_run_is_listed_and_fails_where_it_decides(
    running: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = [
        running.Part("a", passed=3),
        running.Part("b", missing=True, not_run=["b, no Chromium could be had: 9 tests"]),
    ]
    monkeypatch.delenv("CI", raising=False)
    assert running.summary(parts, 1.0) == 0
    monkeypatch.setenv("CI", "true")
    assert running.summary(parts, 1.0) == 2
    said = capsys.readouterr().out
    assert "NOT RUN: b, no Chromium could be had: 9 tests" in said
    assert said.splitlines()[-2:] == [
        "REFUSED, since this run decides and did not do all of it: b", "3 passed, 0 failed",
    ]  # fmt: skip


def test_a_single_test_that_the_machine_has_no_tool_for_is_listed_and_refuses_nothing(
    running: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    assert running.summary([running.Part("a", passed=3, not_run=["a, there is no strace: 2 tests"])], 1.0) == 0
    assert "NOT RUN: a, there is no strace: 2 tests" in capsys.readouterr().out


def test_a_part_that_the_machine_cannot_give_is_missing(running: ModuleType) -> None:
    part = running.journeys(None, ["tests/journeys/test_live.py"])
    assert part.missing
    assert re.fullmatch(r"journeys of live, no Chromium could be had: [1-9]\d* tests", part.not_run[0])


def test_no_test_at_all_is_a_failure(running: ModuleType) -> None:
    assert running.summary([running.Part("a")], 1.0) == 1


def test_a_skipped_test_counts_as_not_run(running: ModuleType, tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="5" failures="1" errors="1" skipped="1">'
        '<testcase><skipped message="no font"/></testcase></testsuite></testsuites>'
    )
    part = running.counted(running.Part("tests"), report)
    assert (part.passed, part.failed, part.not_run) == (2, 2, ["tests, no font: 1 tests"])


def test_a_server_that_does_not_start_is_a_failure(running: ModuleType) -> None:
    def broken() -> object:
        raise RuntimeError("the PostgreSQL server did not start")

    part = running.announced(broken)
    assert part.failed == 1
    assert "did not start" in part.output


def test_help_names_every_target_in_a_line() -> None:
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))
    shown = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    named = {re.match(r"  make ([a-z-]+) +\w", line)[1] for line in shown}  # type: ignore[index]
    assert named == targets
    assert all(len(line) <= 130 for line in shown)


def test_what_decides_runs_everything() -> None:
    script = (ROOT / ".ci" / "run").read_text()
    assert "export CI=true" in script
    assert re.search(r"make .*\btest\b", script)


def test_a_journey_that_passes_at_the_second_try_is_counted_and_named(
    running: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    first = running.Part("journeys", passed=5, failed=2, failures=["a.py::one", "a.py::two"])
    part = running.with_second_try(first, running.Part("journeys", passed=1, failed=1, failures=["a.py::two"]))
    assert (part.passed, part.failed, part.tried_again) == (6, 1, ["a.py::one"])
    assert running.summary([part], 1.0) == 1
    assert "PASSED AT THE SECOND TRY: a.py::one" in capsys.readouterr().out


def test_a_second_try_that_broke_off_changes_nothing(running: ModuleType) -> None:
    first = running.Part("journeys", passed=5, failed=2, failures=["a.py::one", "a.py::two"])
    part = running.with_second_try(first, running.Part("journeys", failed=1))
    assert (part.passed, part.failed, part.tried_again) == (5, 2, [])


def test_a_file_of_journeys_that_broke_off_is_tried_once_more_and_named(
    running: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = [
        running.Part("journeys", failed=1, broke_off=True, output="it hung"),
        running.Part("journeys", passed=4),
    ]
    monkeypatch.setattr(running, "pytest", lambda *_given: outcomes.pop(0))
    part = running.journeys("chromium", ["tests/journeys/test_live.py"])
    assert (part.passed, part.failed, part.tried_again) == (4, 0, ["tests/journeys/test_live.py"])
    assert "it hung" in part.output
    assert running.summary([part], 1.0) == 0
    assert "PASSED AT THE SECOND TRY: tests/journeys/test_live.py" in capsys.readouterr().out
    outcomes[:] = [running.Part("journeys", failed=1, broke_off=True) for _try in range(2)]
    part = running.journeys("chromium", ["tests/journeys/test_live.py"])
    assert (part.failed, part.tried_again) == (1, [])


def test_every_file_of_journeys_is_run_by_itself(running: ModuleType) -> None:
    files = {path.name for path in (ROOT / "tests" / "journeys").glob("test_*.py")}
    listed = running.journey_files()
    assert {Path(name).name for [name] in listed} == files
    assert listed[0] == ["tests/journeys/test_every_page.py"]
