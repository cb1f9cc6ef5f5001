"""Nothing of the old names stays in the files (S44)."""

from django.db import migrations
from supportroom.kernel.sealing_rows import scrubbing_of


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('people', '0006_sealed_names'),
    ]

    operations = [
        scrubbing_of('people', 'person'),
    ]
