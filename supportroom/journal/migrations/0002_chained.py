"""The journal is chained, what stands in it already as well, and the database refuses to change it from now on (S42)."""

from itertools import islice

from django.db import migrations, models

from supportroom.journal import digests, guards
from supportroom.journal import models as journal

AT_A_TIME = 500


def chain_what_is_there(apps, editor):
    """Give every entry written so far a salt of its own and its place, by the instants that they say.

    Those without a name get theirs with the day's, as new ones do.
    """
    names = ("Entry", "Link", "Loose", "Head")
    entry_model, link_model, loose_model, head_model = (apps.get_model("journal", name) for name in names)
    head = head_model.objects.create(pk=1)
    keys = iter(list(entry_model.objects.order_by("at", "pk").values_list("pk", flat=True)))
    while some := list(islice(keys, AT_A_TIME)):
        entries, links, loose = entry_model.objects.in_bulk(some), [], []
        for key in some:
            entry = entries[key]
            is_forgotten = entry.actor == journal.FORGOTTEN  # where this is the second time
            entry.salt = "" if is_forgotten else journal.new_salt()
            seal = digests.sealed(entry.salt, entry.actor, entry.facts)
            if entry.actor == journal.UNNAMED:
                loose.append(loose_model(entry=key, sealed=seal))
                head.loose += 1
                head.loose_sum = f"{(int(head.loose_sum, 16) + digests.loose(entry, seal)) % digests.WIDTH:064x}"
                continue
            head.place += 1
            head.digest = digests.link(head.digest, head.place, entry, seal)
            links.append(link_model(place=head.place, entry=key, sealed=seal, digest=head.digest))
        entry_model.objects.bulk_update(entries.values(), ["salt"])
        link_model.objects.bulk_create(links)
        loose_model.objects.bulk_create(loose)
    head.save()


def guard(apps, editor):
    """Put the triggers up."""
    guards.put_up(editor.connection)


def unguard(apps, editor):
    """Take them down."""
    guards.take_down(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("place", models.BigIntegerField(default=0)),
                ("digest", models.CharField(default=digests.START, max_length=64)),
                ("loose", models.PositiveIntegerField(default=0)),
                ("loose_sum", models.CharField(default=digests.START, max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("place", models.BigIntegerField(primary_key=True, serialize=False)),
                ("entry", models.BigIntegerField(unique=True)),
                ("sealed", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name="Loose",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("sealed", models.CharField(max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="salt",
            field=models.CharField(default=journal.new_salt, editable=False, max_length=32),
        ),
        migrations.RunPython(chain_what_is_there, migrations.RunPython.noop),
        migrations.RunPython(guard, unguard),
    ]
