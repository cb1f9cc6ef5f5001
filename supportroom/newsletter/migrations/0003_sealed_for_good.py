"""An address is found, and stands once, by its index; nothing of the old words stays in the files (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import scrubbing_of


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('newsletter', '0002_sealed_addresses'),
    ]

    operations = [
        migrations.AlterField(
            model_name='subscriber',
            name='address_index',
            field=supportroom.kernel.encrypted.BlindIndexField(blank=True, editable=False, max_length=64, of='address', unique=True),
        ),
        scrubbing_of('newsletter', 'subscriber'),
    ]
