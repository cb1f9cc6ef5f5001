"""What comes from others: few, locked, listed, and nothing of it fetched while the room runs (S49)."""

import ast
import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.house import ROOT, imports, sources

# Ways to reach another machine, and who may go them: the scanner, the mail server, the other processes' database.
WAYS = re.compile(r"(urllib\.request|http\.client|requests|httpx|aiohttp|ftplib|socket|smtplib|telnetlib|xmlrpc)\b")
ALLOWED = {
    "supportroom/config/doctor/work.py",
    "supportroom/files/scanning.py",
    "supportroom/mailing/backend.py",
    "supportroom/mailing/post.py",
}
LOCKED = "django==5.2.1 \\\n    --hash=sha256:" + "0" * 64 + "\n"


def tool(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Load a script of tools/ as a module."""
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, name, module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def supply(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return tool("supply", monkeypatch)


def test_s49_at_most_25_packages_are_asked_for_and_each_has_its_line(supply: ModuleType) -> None:
    source = (ROOT / "requirements" / "run.in").read_text()
    decision = supply.DECISION.read_text()
    assert supply.few_and_known(source, decision) == []
    assert len(supply.direct(source)) <= 25
    assert supply.few_and_known(f"{source}\nnew-thing\n", decision)[-1].startswith("new-thing: say in")
    many = "\n".join(["django"] * 26)
    assert supply.few_and_known(many, decision) == ["26 direct dependencies: at most 25"]


def test_s49_a_lock_without_hash_version_or_one_of_its_packages_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    check = tool("check", monkeypatch)
    monkeypatch.setattr(check, "ROOT", tmp_path)
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "run.in").write_text("django\n")
    for lock, complaint in (
        (LOCKED, ""),
        ("django==5.2.1\n", "no hash"),
        (f"{LOCKED}jinja2==3.1\n", "no hash: jinja2"),
        (LOCKED.replace("django", "other"), "django is not locked"),
        (f"--index-url=https{':'}//example.org/simple\n{LOCKED}", "holds an address"),
    ):
        (folder / "run.txt").write_text(lock)
        found = check.locks_sound()
        assert (complaint in found) if complaint else found == ""


def test_s49_every_locked_package_has_one_version_and_hashes(supply: ModuleType) -> None:
    for name in ("run", "test", "postgres", "encoder"):
        packages = supply.locked((ROOT / "requirements" / f"{name}.txt").read_text())
        assert packages
        assert [package.name for package in packages if not package.digests or not package.version] == []


def test_s49_what_lies_here_and_is_not_ours_is_listed_with_version_and_digest(
    supply: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert supply.vendored_is_whole() == []
    listed = json.loads(supply.VENDORED.read_text())
    assert all(row["version"] and row["licence"] and row["from"] for row in listed.values())
    first = next(iter(listed))
    other = tmp_path / "vendored.json"
    monkeypatch.setattr(supply, "VENDORED", other)
    other.write_text(json.dumps(listed | {first: listed[first] | {"sha256": "0" * 64}}))
    assert supply.vendored_is_whole() == [f"{first}: gone, or not what is listed"]
    other.write_text("{}")
    assert f"{first}: not listed in vendored.json" in supply.vendored_is_whole()


def test_s49_secrets_are_seen_and_invented_ones_in_the_docs_are_not(supply: ModuleType) -> None:
    assert supply.no_secrets() == []
    letters = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF"
    for secret in (
        "-----BEGIN OPENSSH PRIVATE " + "KEY-----",
        "AGE-SECRET-" + "KEY-1" + letters.upper(),
        "AKI" + "A" + "ABCDEFGHIJKLMNOP",
        "gh" + "p_" + letters,
        "xox" + "b-1234567890-abc",
        "DATABASE_URL=postgresql://room:" + "hunter22hunter@db.example.org/room",
        'SECRET_KEY = "' + letters + '"',
        "eyJ" + letters + ".eyJ" + letters + "." + letters,
    ):
        assert len(supply.secrets_in(f"x {secret} y")) == 1, secret
    for harmless in ("postgresql://user:password@host:port/name", "SECRET_KEY = env.secret_key(VAR_DIR)", "0" * 64):
        assert supply.secrets_in(harmless) == []


def test_s49_the_bill_of_materials_names_all_that_runs_and_is_the_same_again(supply: ModuleType) -> None:
    bill = supply.bill()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    packages = supply.locked((ROOT / "requirements" / "run.txt").read_text())
    parts = {part["bom-ref"]: part for part in bill["components"]}
    assert len(parts) == len(bill["components"])
    assert {f"pkg:pypi/{package.name}@{package.version}" for package in packages} <= parts.keys()
    assert "supportroom/rendering/fonts/Amiri-Regular.ttf" in parts
    assert set(bill["dependencies"][0]["dependsOn"]) <= parts.keys()
    assert len(bill["dependencies"][0]["dependsOn"]) == len(supply.direct((ROOT / "requirements/run.in").read_text()))
    assert bill == supply.bill()
    assert not re.search(r"timestamp|/work|/home|/root", json.dumps(bill))


def test_s49_nothing_is_fetched_while_the_room_runs() -> None:
    reaching = {source.name for source in sources() for name, _line in imports(source.tree) if WAYS.match(name)}
    assert reaching <= ALLOWED
    calls = [
        f"{source.name}:{node.lineno}"
        for source in sources()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"urlopen", "urlretrieve", "from_pretrained"}
    ]
    assert calls == []
