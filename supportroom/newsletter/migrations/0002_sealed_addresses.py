"""Addresses of subscribers are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('newsletter', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='subscriber',
            name='address',
            field=supportroom.kernel.encrypted.EncryptedEmailField(max_length=254),
        ),
        migrations.AddField(
            model_name='subscriber',
            name='address_index',
            field=supportroom.kernel.encrypted.BlindIndexField(blank=True, editable=False, max_length=64, null=True, of='address'),
        ),
        sealing_of('newsletter', 'subscriber', 'address'),
    ]
