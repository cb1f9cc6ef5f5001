"""A room that is older than the chain gets its journal chained when it is upgraded (S42)."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from supportroom.journal import guards
from supportroom.journal.models import Entry, Link
from supportroom.journal.sealing import seal
from supportroom.journal.verifying import verify
from supportroom.kernel.ids import random_id
from tests.factories.journal import forget, write

ENTRIES, UNNAMED = 1200, 172


def who(number: int) -> str:
    return f"person:{number % 7}" if number % 7 else "unnamed"


def to(*targets: tuple[str, str]) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(list(targets))


def test_s42_the_journal_of_an_older_room_is_chained_by_the_upgrade_and_can_go_back(real_database: Path) -> None:
    newest = [node for node in MigrationExecutor(connection).loader.graph.leaf_nodes() if node[0] == "journal"]
    to(("journal", "0001_initial"))
    assert guards.missing(connection) != []
    moment = datetime(2025, 5, 1, tzinfo=UTC)
    cast = "%s::jsonb" if connection.vendor == "postgresql" else "%s"
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO journal_entry (id, version, at, action, actor, thing, facts) "
            f"VALUES (%s, 1, %s, %s, %s, %s, {cast})",
            [
                (random_id(), moment + timedelta(minutes=number // 3), "rounds.amend_round", who(number),
                 f"rounds.round:{number}", json.dumps({"number": number, "word": "زيتون"}))
                for number in range(ENTRIES)
            ],
        )  # fmt: skip
    to(*newest)
    verdict = verify()
    assert verdict.is_whole
    assert (verdict.entries, verdict.place, verdict.loose) == (ENTRIES, ENTRIES - UNNAMED, UNNAMED)
    assert len(set(Entry.objects.values_list("salt", flat=True))) == ENTRIES
    first = Link.objects.get(place=1).entry
    assert Entry.objects.get(pk=first).at == moment
    write("room.room:1")
    assert forget("rounds.round:5") == 1
    seal()
    verdict = verify()
    assert verdict.is_whole
    assert (verdict.place, verdict.loose) == (ENTRIES + 3, 0)
    to(("journal", "0001_initial"))
    to(*newest)
    assert verify().is_whole
    assert (verify().entries, verify().forgotten) == (ENTRIES + 3, 1)
