"""The room as it was, and as it is: the newest migration of each app is taken back and made again over a room with
things in it, and leaves the schema of the models (R11).
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from supportroom.journal.models import Entry
from supportroom.people.models import Person
from supportroom.points.models import Point
from tests.factories.points import answered, asked
from tests.factories.rounds import open_a_session

Known = dict[str, tuple[Any, Any]]


def later_migrations() -> dict[str, list[str]]:
    """Give the names of our apps' migrations, in order, where there is more than the first."""
    graph = MigrationExecutor(connection).loader.graph
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("supportroom.")}
    names = {app: sorted(name for label, name in graph.nodes if label == app) for app in ours}
    return {app: found for app, found in names.items() if len(found) > 1}


def take_back(later: dict[str, list[str]]) -> None:
    """Take the newest migration of each app back, app by app: one may have gone with what it rests on."""
    for app, names in later.items():
        executor = MigrationExecutor(connection)
        if (app, names[-1]) in executor.loader.applied_migrations:
            executor.migrate([(app, names[-2])])


def schema() -> Known:
    """Give every table's columns and constraints, whatever their order and names."""
    found: Known = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            columns = connection.introspection.get_table_description(cursor, table)
            rules = connection.introspection.get_constraints(cursor, table).values()
            found[table] = (
                {(column.name, str(column.type_code), column.null_ok) for column in columns},
                {_plain(rule) for rule in rules},
            )
    return found


def _plain(rule: dict[str, Any]) -> tuple[Any, ...]:
    columns = tuple(rule["columns"] or ())
    return (*columns, rule["primary_key"], rule["unique"], rule["check"], bool(rule["index"]), rule["foreign_key"])


def rows() -> dict[str, int]:
    """Count the rows of our tables."""
    models = [model for model in apps.get_models() if model.__module__.startswith("supportroom.")]
    return {model._meta.db_table: model._default_manager.count() for model in models}


@pytest.fixture
def lived_in(real_database: Path, facilitator: Person, member: Person) -> None:
    """A room with a session, a point, a check that is answered."""
    with transaction.atomic():
        session = open_a_session(facilitator, people=[member])
        answered(asked(session))


@pytest.mark.either_database
@pytest.mark.writes_outside_actions
def test_r11_the_newest_migration_of_each_app_down_and_up_keeps_the_room_and_the_schema_of_its_models(
    lived_in: None, record_property: Callable[[str, object], None]
) -> None:
    before, kept, words = schema(), rows(), str(Point.objects.get().content)
    entries = set(Entry.objects.values_list("pk", flat=True))
    later = later_migrations()
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        take_back(later)  # the room as it was before, with its things
        old = set(connection.introspection.table_names())
    finally:
        MigrationExecutor(connection).migrate(newest)
    assert schema() == before
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    assert {table: count for table, count in rows().items() if table in old} == {
        table: count for table, count in kept.items() if table in old
    }
    assert str(Point.objects.get().content) == words
    assert set(Entry.objects.values_list("pk", flat=True)) == entries
    record_property("migrations", f"{len(later)} taken back and made again")
