"""Nothing of the old words stays in the files (S44)."""

from django.db import migrations
from supportroom.kernel.sealing_rows import scrubbing_of


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('register', '0002_sealed_addresses'),
    ]

    operations = [
        scrubbing_of('register', 'addressee'),
    ]
