"""All writes stand in actions. Seen here in the code; what runs is watched by tests/door_guard.py."""

import ast
from collections.abc import Iterator

import pytest
from django.db import connection

from supportroom.people.models import Organisation
from tests.architecture.house import Source, sources
from tests.door_guard import WroteOutsideAction, guard_writes, written_table

WRITERS = {"save", "create", "get_or_create", "update_or_create", "bulk_create", "bulk_update", "create_user"}
ON_QUERIES = {"update", "delete", "raw_delete"}  # dictionaries and files have these too
QUERY_WORDS = {"objects", "_default_manager", "_base_manager", "filter", "exclude", "all", "order_by"}
PURE = {"kernel", "web", "rendering", "reading"}
ALLOWED = {
    "supportroom/journal/door.py": "the door itself",
    "supportroom/journal/writing.py": "the only ways to write a row",
    "supportroom/journal/chain.py": "gives the entries of the door their places",
    "supportroom/people/models.py": "`create_user` is the name that Django asks for; called by an action",
    "supportroom/people/sessions.py": "who is signed in is no record of the room",
    "supportroom/people/attempts.py": "nor is who tried to be, and which codes are used up",
    "supportroom/people/ending.py": "ends sessions inside the actions of any app",
}


BY_HAND = {
    "supportroom/kernel/sealing_rows.py": "seals what migrations find in the clear, which models cannot read any more",
    "supportroom/points/across.py": "listens to what other processes say, which the ORM does not know",
    "supportroom/protection/erasing.py": "rewrites what was deleted, which the ORM cannot say",
    "supportroom/backups/receiving.py": "takes tables as they were kept, whatever the models say",
    "supportroom/backups/restoring.py": "puts a whole room in the place of another",
    "supportroom/backups/snapshot.py": "copies tables as they are",
    "supportroom/backups/swapping.py": "looks whether the room that came back is the new one",
    "supportroom/search/lookup.py": "asks FTS5 and PostgreSQL's text search, which the ORM does not know alike",
}


def writes_in(source: Source) -> Iterator[str]:
    """Give the calls in a file that write rows."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        verb, on = node.func.attr, node.func.value
        words = {part.attr for part in ast.walk(on) if isinstance(part, ast.Attribute)}
        by_query = verb in WRITERS | ON_QUERIES and words & QUERY_WORDS
        by_row = verb in {"save", "delete"} and not node.args and isinstance(on, ast.Name | ast.Attribute)
        if by_query or by_row:
            yield f"{source.name}:{node.lineno}: {ast.unparse(node.func)}"


def test_rows_are_written_in_actions_alone() -> None:
    closed = [s for s in sources() if s.app not in PURE and s.room != "actions" and s.name not in ALLOWED]
    assert [line for source in closed for line in writes_in(source)] == []


def test_actions_write_through_the_journal_floor() -> None:
    """`create`, `change`, `advance`, `erase` look at the version, validate, and refuse to work outside the door."""
    actions = [s for s in sources() if s.room == "actions" and s.name not in ALLOWED]
    saving = [
        line for source in actions for line in writes_in(source) if line.endswith((".save", ".create", ".delete"))
    ]
    assert saving == []


def test_the_allowed_list_names_only_files_that_exist() -> None:
    assert set(ALLOWED) <= {source.name for source in sources()}


def test_no_file_writes_by_hand_made_statements_outside_the_journal_floor() -> None:
    by_hand = [
        source.name
        for source in sources()
        if source.app not in {"journal", "config"} and source.name not in BY_HAND
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and node.attr in {"executemany", "cursor"}
    ]
    assert by_hand == []


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ('INSERT INTO "people_person" ("id") VALUES (1)', "people_person"),
        ('INSERT OR IGNORE INTO "a_b" ("id") VALUES (1)', "a_b"),
        ('UPDATE "points_point" SET "state" = 1', "points_point"),
        ('DELETE FROM "points_point" WHERE 1', "points_point"),
        ('SELECT "update" FROM "points_point"', None),
    ],
)
def test_the_guard_tells_writes_from_reads(statement: str, table: str | None) -> None:
    assert written_table(statement) == table


def test_the_guard_stops_the_product_from_writing_outside_an_action(db: None) -> None:
    namespace: dict[str, object] = {"Organisation": Organisation}
    rogue = compile("Organisation.objects.create(name='x')", f"{sources()[0].path.parent}/rogue.py", "exec")
    with connection.execute_wrapper(guard_writes), pytest.raises(WroteOutsideAction):
        exec(rogue, namespace)
