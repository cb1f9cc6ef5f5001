"""Addresses of addressees are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='addressee',
            name='address',
            field=supportroom.kernel.encrypted.EncryptedEmailField(blank=True, max_length=254),
        ),
        sealing_of('register', 'addressee', 'address'),
    ]
