"""What an operator is told to type: each command is there, and does what is said of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.architecture.house import ROOT

OPERATE = ROOT / "docs" / "operate"
PAGES = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")])
ROOM = ROOT / "deploy" / "room"


def said(page: str) -> str:
    return (OPERATE / page).read_text()


def in_order(words: str, *commands: str) -> bool:
    """Tell whether these stand there one after another."""
    places, at = [], 0
    for command in commands:
        at = words.find(command, at) + 1
        places.append(at)
    return all(places)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_names_a_command_that_is_not_there(page: Path) -> None:
    words = page.read_text()
    named = set(re.findall(r"(?:^    |`|&& )room ([a-z_]+)\b", words, re.MULTILINE))
    named |= set(re.findall(r"manage\.py ([a-z_]+)\b", words))
    assert named <= get_commands().keys()
    assert not re.search(r"(?<!-m )(?<!--name )\bsupportroom (backup|restore|migrate|doctor|periodic)\b", words)
    assert "pybabel compile -q" not in words, "-q stands before the verb, or it is refused"


def test_links_between_pages_lead_somewhere() -> None:
    for page in sorted(OPERATE.glob("*.md")):
        for place, _hash, heading in re.findall(r"\]\(((?:\.\./)*[\w./-]+\.md)(#?)([\w-]*)\)", page.read_text()):
            there = page.parent / place
            assert there.is_file(), (page.name, place)
            headings = re.findall(r"^#+ (.+)$", there.read_text(), re.MULTILINE)
            known = {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in headings}
            assert not heading or heading in known, (page.name, place, heading)


@pytest.mark.parametrize("kept", [set(), {"database"}, {"database", "mail"}], ids=str)
def test_the_script_runs_a_command_with_the_secrets_that_there_are(kept: set[str], tmp_path: Path) -> None:
    secrets, programs, script = tmp_path / "secrets", tmp_path / "bin", tmp_path / "room"
    secrets.mkdir()
    programs.mkdir()
    for name in kept:
        (secrets / name).touch()
    script.write_text(ROOM.read_text().replace("/etc/supportroom", str(secrets)))
    (programs / "systemd-run").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (programs / "systemd-run").chmod(0o755)
    asked = ["/bin/sh", str(script), "first_account", "--name", "Two Words"]
    env = {"PATH": f"{programs}:{os.environ['PATH']}"}
    done = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=tmp_path, env=env)
    given = done.stdout.splitlines()
    begins = given.index("/srv/supportroom/.venv/bin/python")
    assert given[begins + 1 :] == ["manage.py", "first_account", "--name", "Two Words"]
    loaded = {line.removeprefix("LoadCredential=") for line in given[:begins] if line.startswith("LoadCredential=")}
    wanted = {f"SECRET_KEY:{secrets}/secret_key", f"SUPPORTROOM_FIELD_KEYS:{secrets}/field_keys"}
    wanted |= {f"DATABASE_URL:{secrets}/database"} if "database" in kept else set()
    assert loaded == wanted | ({f"SUPPORTROOM_MAIL:{secrets}/mail"} if "mail" in kept else set())
    assert {"--uid=supportroom", "--working-directory=/srv/supportroom"} <= set(given[:begins])


def test_the_script_uses_the_folders_of_the_units() -> None:
    unit = (ROOT / "deploy" / "supportroom.service").read_text()
    script = ROOM.read_text()
    assert os.access(ROOM, os.X_OK)
    for setting in re.findall(r"^Environment=(\S+) (\S+)$", unit, re.MULTILINE)[0]:
        assert f"-E {setting}" in script
    for name, path in re.findall(r"LoadCredential=(\w+):(\S+)", unit):
        assert f"LoadCredential={name}:{path}" in script
    assert "install -m 755 deploy/room /usr/local/sbin/room" in said("small-server.md")


def test_the_command_line_works_from_the_checkout(tmp_path: Path) -> None:
    env = os.environ | {"SUPPORTROOM_MODE": "test", "SUPPORTROOM_VAR": str(tmp_path)}
    asked = [sys.executable, "-m", "supportroom", "backup", "--help"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=ROOT, env=env)
    assert "--keep-days" in done.stdout, done.stderr


def test_the_token_of_the_metrics_may_be_a_credential_as_well_as_a_path(tmp_path: Path) -> None:
    (tmp_path / "SUPPORTROOM_METRICS").write_text("a-token-that-nobody-guesses")
    asked = [sys.executable, "-c", "from supportroom.config.settings import METRICS_TOKEN_FILE as f; print(f)"]
    env = os.environ | {"SUPPORTROOM_MODE": "test", "SUPPORTROOM_VAR": str(tmp_path)}
    for more, told in (
        ({"CREDENTIALS_DIRECTORY": str(tmp_path)}, str(tmp_path / "SUPPORTROOM_METRICS")),
        ({"SUPPORTROOM_METRICS": "/run/token"}, "/run/token"),
        ({}, "None"),
    ):
        done = subprocess.run(asked, capture_output=True, text=True, check=False, cwd=ROOT, env=env | more)
        assert done.stdout.strip() == told, done.stderr


def test_nothing_serves_while_tables_change_and_the_way_back_takes_the_tables_along() -> None:
    stop, start = "systemctl stop supportroom supportroom-periodic.timer", "systemctl start supportroom "
    _before, upgrading, back = re.split(r"^## (?:Upgrading|Rolling back)$", said("small-server.md"), flags=re.MULTILINE)
    assert in_order(upgrading, stop, "systemctl start supportroom-backup", "git checkout", "room migrate", start)
    assert in_order(back, stop, "cd /srv/supportroom", "git checkout", "room restore /var/backups/", start)
    archive = "-v /mnt/backups:/mnt/backups room"
    stop, start = "docker compose stop room periodic", "docker compose up -d "
    _before, upgrading, back = re.split(r"^## (?:Upgrading|Rolling back)$", said("container.md"), flags=re.MULTILINE)
    assert in_order(upgrading, stop, f"{archive} backup /mnt/backups", "git checkout", "compose build", start)
    assert in_order(back, stop, "git checkout", "compose build", archive, "restore /mnt/backups/", start.strip())
    assert f"install -d -o {re.findall(r'--uid ([0-9]+)', (ROOT / 'deploy/Containerfile').read_text())[0]} " in _before


def test_there_is_one_unit_of_each_name_and_a_drop_in_comes_after_its_unit() -> None:
    assert not any("[Unit]" in page.read_text() for page in PAGES)
    words = said("several-processes.md")
    assert in_order(words, "createdb -O supportroom", "ALTER SCHEMA public OWNER TO supportroom", "room migrate")
    assert in_order(words, "cp deploy/supportroom@.service", "systemctl edit supportroom@.service")
    assert re.search(r"timeouts \{\s+read_body \d+[sm]\s+\}", (ROOT / "deploy" / "Caddyfile").read_text())
