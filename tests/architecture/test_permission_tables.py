"""Every app's permissions stand in a table, and the page that shows the tables is up to date."""

import pytest

from supportroom.kernel.permissions import permission_names
from tests.architecture.house import ROOT
from tests.permission_tables import PERSONAS, Table, markdown, tables

TABLES = dict(tables())


@pytest.mark.parametrize("app", TABLES)
def test_a_table_holds_every_permission_of_its_app(app: str) -> None:
    named = {row.permission for row in TABLES[app]}
    assert named == {name for name in permission_names() if name.startswith(f"{app}.")}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_speaks_of_known_personas_and_says_each_thing_once(table: Table) -> None:
    assert {persona for row in table for persona in row.allowed.split()} <= set(PERSONAS)
    said = [(row.permission, row.thing) for row in table]
    assert len(said) == len(set(said))


def test_the_page_of_permissions_is_up_to_date() -> None:
    """`python tools/permissions.py` prints it."""
    assert (ROOT / "docs" / "generated" / "permissions.md").read_text() == markdown()
