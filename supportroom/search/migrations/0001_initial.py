"""The index and what searches it: SQLite's FTS5 beside the table, kept by triggers; a generated column on PostgreSQL."""

import supportroom.kernel.ids
import supportroom.kernel.models
from django.db import migrations, models

SQLITE = (
    """CREATE VIRTUAL TABLE search_stems USING fts5(
        title_stems, stems, content='search_finding', content_rowid='id', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER search_finding_in AFTER INSERT ON search_finding BEGIN
        INSERT INTO search_stems(rowid, title_stems, stems) VALUES (new.id, new.title_stems, new.stems);
    END""",
    """CREATE TRIGGER search_finding_out AFTER DELETE ON search_finding BEGIN
        INSERT INTO search_stems(search_stems, rowid, title_stems, stems)
        VALUES ('delete', old.id, old.title_stems, old.stems);
    END""",
    """CREATE TRIGGER search_finding_anew AFTER UPDATE OF title_stems, stems ON search_finding BEGIN
        INSERT INTO search_stems(search_stems, rowid, title_stems, stems)
        VALUES ('delete', old.id, old.title_stems, old.stems);
        INSERT INTO search_stems(rowid, title_stems, stems) VALUES (new.id, new.title_stems, new.stems);
    END""",
)
POSTGRESQL = (
    """ALTER TABLE search_finding ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, title_stems), 'A')
        || setweight(to_tsvector('simple'::regconfig, stems), 'D')
    ) STORED""",
    "CREATE INDEX search_finding_vector ON search_finding USING gin (vector)",
)
GONE = {
    "sqlite": ("DROP TRIGGER search_finding_in", "DROP TRIGGER search_finding_out",
               "DROP TRIGGER search_finding_anew", "DROP TABLE search_stems"),
    "postgresql": ("ALTER TABLE search_finding DROP COLUMN vector",),
}  # fmt: skip


def run(schema_editor, statements):
    for statement in statements:
        schema_editor.execute(statement)


def make(apps, schema_editor):
    run(schema_editor, POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE)


def unmake(apps, schema_editor):
    run(schema_editor, GONE[schema_editor.connection.vendor])


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                (
                    "id",
                    supportroom.kernel.models.RandomIdField(
                        default=supportroom.kernel.ids.random_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("thing", models.CharField(max_length=80)),
                ("mark", models.CharField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "recommendation"),
                            ("report", "report of a round"),
                            ("paper", "joint paper"),
                            ("statement", "statement"),
                            ("page", "page"),
                            ("news", "news"),
                            ("term", "term"),
                            ("event", "event"),
                            ("briefing", "briefing"),
                            ("question", "question"),
                        ],
                        db_index=True,
                        max_length=16,
                    ),
                ),
                ("language", models.CharField(max_length=12)),
                ("title", models.CharField(max_length=500)),
                ("words", models.TextField(blank=True)),
                ("title_stems", models.TextField(blank=True)),
                ("stems", models.TextField(blank=True)),
                ("address", models.CharField(max_length=300)),
                ("day", models.DateField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("thing", "language"), name="finding_once")],
            },
        ),
        migrations.RunPython(make, unmake),
    ]
