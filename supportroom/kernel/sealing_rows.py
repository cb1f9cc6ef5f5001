"""For migrations: the rows of a column are sealed, and on the way back opened; nothing of the old words stays."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db import migrations

from supportroom.kernel.encrypted import index_fields, place_of
from supportroom.kernel.keyring import blind_indexes, seal, unseal

AT_A_TIME: Final = 500
Change = Callable[[str, str], str]


def sealing_of(app: str, model: str, *fields: str) -> migrations.RunPython:
    """Give the step that seals these columns of a model, and fills its blind indexes; backwards it opens them."""

    def forwards(apps: Any, schema_editor: Any) -> None:
        _turn(apps.get_model(app, model), schema_editor.connection, fields, seal, with_indexes=True)

    def backwards(apps: Any, schema_editor: Any) -> None:
        _turn(apps.get_model(app, model), schema_editor.connection, fields, unseal, with_indexes=False)

    return migrations.RunPython(forwards, backwards)


def _turn(model: Any, connection: Any, fields: Sequence[str], change: Change, *, with_indexes: bool) -> None:
    """Write every row's columns anew. The words are read and written as they stand, past Django's fields."""
    quote, table, key = connection.ops.quote_name, model._meta.db_table, model._meta.pk.column
    indexes = [each for each in index_fields(model) if each.of in fields] if with_indexes else []
    written = ", ".join(f"{quote(name)} = %s" for name in (*fields, *(each.column for each in indexes)))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {quote(key)}, {', '.join(map(quote, fields))} FROM {quote(table)}")  # noqa: S608
        rows = cursor.fetchall()
        for start in range(0, len(rows), AT_A_TIME):
            values = []
            for pk, *words in rows[start : start + AT_A_TIME]:
                places = [place_of(model, pk, name) for name in fields]
                turned = [change(word, place) if word else word for word, place in zip(words, places, strict=True)]
                found = [_index(model, each.of, words[fields.index(each.of)]) for each in indexes]
                values.append((*turned, *found, pk))
            cursor.executemany(f"UPDATE {quote(table)} SET {written} WHERE {quote(key)} = %s", values)  # noqa: S608


def _index(model: Any, field: str, word: str) -> str:
    return blind_indexes(word, f"{model._meta.label_lower}|{field}")[0]


def scrubbing_of(app: str, *models: str) -> migrations.RunPython:
    """Give the step after which no old word stays in the files: in a migration of its own that is not atomic."""

    def scrub(apps: Any, schema_editor: Any) -> None:
        connection = schema_editor.connection
        if connection.in_atomic_block:
            return  # a room that is being restored: its tables are new
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
                return
            for model in models:
                table = connection.ops.quote_name(apps.get_model(app, model)._meta.db_table)
                cursor.execute(f"VACUUM FULL {table}")

    return migrations.RunPython(scrub, migrations.RunPython.noop)
