"""A mail can be held back because the room was restored from a backup."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_followup")]

    operations = [
        migrations.AlterField(
            model_name="mail",
            name="trouble",
            field=models.CharField(
                blank=True,
                choices=[
                    ("no_server", "the mail server did not answer"),
                    ("put_off", "the mail server put it off"),
                    ("sender", "the mail server refuses mails from this room"),
                    ("address", "the address was refused"),
                    ("no_address", "the person has no address here any more"),
                    ("fault", "it could not be written"),
                    ("restored", "the room was restored from a backup: it may have left before"),
                ],
                max_length=12,
            ),
        ),
    ]
