"""The database itself refuses to change or delete what the journal holds: triggers on both kinds (S42).

Forgetting alone passes: a change that leaves id, version, instant, action and thing as they are, and empties the rest.
Whoever owns the database can take the triggers down; then the chain tells. `lifted` does so openly for Django's `flush`
between tests, which a room in production refuses.

A later migration that remakes one of these tables on SQLite loses its triggers: end it with `put_up`.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from supportroom.journal.models import FORGOTTEN

_SAME = " AND ".join(f"NEW.{name} = OLD.{name}" for name in ("id", "version", "at", "action", "thing"))
_EMPTIED = f"NEW.actor = '{FORGOTTEN}' AND NEW.salt = ''"
_WORDS = "the journal is append-only"
_SQLITE = {
    "journal_entry_kept": f"BEFORE UPDATE ON journal_entry WHEN NOT ({_SAME} AND {_EMPTIED} AND NEW.facts = '{{}}')",
    "journal_entry_stays": "BEFORE DELETE ON journal_entry",
    "journal_link_kept": "BEFORE UPDATE ON journal_link",
    "journal_link_stays": "BEFORE DELETE ON journal_link",
}
_POSTGRES = {
    "journal_entry_kept": (
        f"BEFORE UPDATE ON journal_entry FOR EACH ROW WHEN (NOT ({_SAME} AND {_EMPTIED} AND NEW.facts = '{{}}'::jsonb))"
    ),
    "journal_entry_stays": "BEFORE DELETE ON journal_entry FOR EACH ROW",
    "journal_entry_whole": "BEFORE TRUNCATE ON journal_entry FOR EACH STATEMENT",
    "journal_link_kept": "BEFORE UPDATE ON journal_link FOR EACH ROW",
    "journal_link_stays": "BEFORE DELETE ON journal_link FOR EACH ROW",
    "journal_link_whole": "BEFORE TRUNCATE ON journal_link FOR EACH STATEMENT",
}


def put_up(connection: Any) -> None:
    """Make the database refuse; harmless when repeated."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name, when in _SQLITE.items():
                cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {when} BEGIN SELECT RAISE(ABORT, '{_WORDS}'); END")
        elif connection.vendor == "postgresql":
            cursor.execute(
                "CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION '{_WORDS}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
            )
            for name, when in _POSTGRES.items():
                cursor.execute(f"CREATE OR REPLACE TRIGGER {name} {when} EXECUTE FUNCTION journal_refuse()")


def take_down(connection: Any) -> None:
    """Let the database do as it is told again; harmless when repeated."""
    with connection.cursor() as cursor:
        for name in _SQLITE if connection.vendor == "sqlite" else _POSTGRES:
            table = f" ON journal_{name.split('_')[1]}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{table}")


def missing(connection: Any) -> list[str]:
    """Give the names of the triggers that are not there."""
    wanted, asked = (
        (_SQLITE, "SELECT name FROM sqlite_master WHERE type = 'trigger'")
        if connection.vendor == "sqlite"
        else (_POSTGRES, "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'")
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {name for (name,) in cursor.fetchall()}
    return sorted(set(wanted) - there)


@contextmanager
def lifted(connection: Any) -> Iterator[None]:
    """Take the triggers down for what is done inside, and put them up again."""
    take_down(connection)
    try:
        yield
    finally:
        put_up(connection)
