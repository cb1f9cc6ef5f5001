"""Addresses and networks are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0002_ways_in'),
    ]

    operations = [
        migrations.AlterField(
            model_name='account',
            name='email',
            field=supportroom.kernel.encrypted.EncryptedEmailField(max_length=254),
        ),
        migrations.AddField(
            model_name='account',
            name='email_index',
            field=supportroom.kernel.encrypted.BlindIndexField(blank=True, editable=False, max_length=64, null=True, of='email'),
        ),
        migrations.AlterField(
            model_name='profile',
            name='network',
            field=supportroom.kernel.encrypted.EncryptedField(blank=True, max_length=200),
        ),
        sealing_of('people', 'account', 'email'),
        sealing_of('people', 'profile', 'network'),
    ]
