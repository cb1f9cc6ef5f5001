"""Names of persons, and what they are searched by, are sealed with keys that lie outside the database (S44)."""

import supportroom.kernel.encrypted
from django.db import migrations
from supportroom.kernel.sealing_rows import sealing_of


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0005_passkeys'),
    ]

    operations = [
        migrations.AlterField(
            model_name='person',
            name='name',
            field=supportroom.kernel.encrypted.EncryptedField(max_length=200),
        ),
        migrations.AlterField(
            model_name='person',
            name='search_text',
            field=supportroom.kernel.encrypted.EncryptedField(blank=True, editable=False),
        ),
        sealing_of('people', 'person', 'name', 'search_text'),
    ]
