from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("rounds", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LastDeadline",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
