"""Names and addresses of press contacts are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('press', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='presscontact',
            name='name',
            field=supportroom.kernel.encrypted.EncryptedField(max_length=200),
        ),
        migrations.AlterField(
            model_name='presscontact',
            name='address',
            field=supportroom.kernel.encrypted.EncryptedEmailField(blank=True, max_length=254),
        ),
        sealing_of('press', 'presscontact', 'name', 'address'),
    ]
