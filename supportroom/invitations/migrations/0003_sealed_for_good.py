"""Nothing of the old names stays in the files (S44)."""

from django.db import migrations
from supportroom.kernel.sealing_rows import scrubbing_of


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('invitations', '0002_sealed_substitutes'),
    ]

    operations = [
        scrubbing_of('invitations', 'response'),
    ]
