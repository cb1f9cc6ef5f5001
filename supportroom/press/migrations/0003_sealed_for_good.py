"""Nothing of the old words stays in the files (S44)."""

from django.db import migrations
from supportroom.kernel.sealing_rows import scrubbing_of


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('press', '0002_sealed_contacts'),
    ]

    operations = [
        scrubbing_of('press', 'presscontact'),
    ]
