"""Addresses of mails that wait, and the links in them, are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('mailing', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='envelope',
            name='address',
            field=supportroom.kernel.encrypted.EncryptedEmailField(blank=True, max_length=254),
        ),
        migrations.AlterField(
            model_name='envelope',
            name='secret',
            field=supportroom.kernel.encrypted.EncryptedField(blank=True, max_length=100),
        ),
        sealing_of('mailing', 'envelope', 'address', 'secret'),
    ]
