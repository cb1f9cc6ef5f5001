"""Names and contacts of proposed substitutes are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('invitations', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='response',
            name='substitute_name',
            field=supportroom.kernel.encrypted.EncryptedField(blank=True, max_length=200),
        ),
        migrations.AlterField(
            model_name='response',
            name='substitute_contact',
            field=supportroom.kernel.encrypted.EncryptedField(blank=True, max_length=200),
        ),
        sealing_of('invitations', 'response', 'substitute_name', 'substitute_contact'),
    ]
