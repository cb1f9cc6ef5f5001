"""Every table and every place is either taken or left out with a reason: a new one has to choose."""

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

from supportroom.backups import parts
from supportroom.people.models import Person
from tests.architecture.house import ROOT, sources
from tests.backups.test_s45_sealed import inside
from tests.factories.backups import brought_back, made

PLACE = re.compile(r"""(?:VAR_DIR\)? ?/ ?|\bvar\(|f"\{settings\.VAR_DIR\}/)["']?([\w.]+)""")
TAKEN = {"room.sqlite3", "published", "files", parts.SECRET_KEY}


def meant(name: str, found: str) -> str:
    """Give the place that a file of ours names, if need be by a constant."""
    module = import_module(name.removesuffix(".py").replace("/", "."))
    return str(getattr(module, found)) if found.isupper() else found


def test_every_place_in_the_rooms_folder_is_taken_or_left_out_with_a_reason() -> None:
    named = {
        (source.name, meant(source.name, found))
        for source in sources()
        if not source.name.startswith(("supportroom/config/settings", "supportroom/backups/parts"))
        for found in PLACE.findall(source.path.read_text())
    }
    unknown = {(name, place) for name, place in named if place not in parts.LEFT_OUT_PLACES.keys() | TAKEN}
    assert {place for _name, place in unknown} <= {"name", "f"}
    in_settings = set(re.findall(r'VAR_DIR / "([^"]+)"', (ROOT / "supportroom/config/settings.py").read_text()))
    assert in_settings <= parts.LEFT_OUT_PLACES.keys() | TAKEN
    assert len(named) >= 6, "the search finds them"


def test_every_table_is_taken_or_left_out_with_a_reason(var: Path, target: Path, key: Any, team: Person) -> None:
    told = made(target)
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        rows = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            rows[table] = cursor.fetchone()[0]
    assert parts.LEFT_OUT_TABLES.keys() <= tables, "a table that is left out is gone"
    taken = {table: count for table, count in rows.items() if not table.startswith(parts.INDEX)}
    taken |= dict.fromkeys(parts.LEFT_OUT_TABLES, 0)
    if connection.vendor == "postgresql":
        del taken["django_migrations"]
    assert told.rows == sum(taken.values())


@pytest.mark.sqlite_only
def test_files_pages_and_the_signing_key_come_back_and_what_was_put_there_since_is_set_aside(
    var: Path, target: Path, key: Any
) -> None:
    archive = made(target).path
    assert {"files/ab/abcd", "published/reports/index.html", "secret_key"} <= inside(archive, key).keys()
    (settings.FILES_DIR / "ab" / "abcd").unlink()
    (settings.FILES_DIR / "ab" / "since").write_text("put there since")
    parts.secret_key().write_text("another")
    aside = brought_back(archive, key).aside
    assert [path.name for path in (settings.FILES_DIR / "ab").iterdir()] == ["abcd"]
    assert parts.secret_key().read_text() == "signs tickets"
    assert (var / f"files{aside}" / "ab" / "since").read_text() == "put there since"
    assert (var / f"secret_key{aside}").read_text() == "another"
