"""What a refused address is remembered by was a digest without a key, on which addresses could be tried: forgotten (S44).

A mail is tried once more, and the address remembered anew where it is refused.
"""

from django.db import migrations


def forget(apps, schema_editor):
    apps.get_model('notices', 'addresstrouble').objects.all().delete()


class Migration(migrations.Migration):

    dependencies = [
        ('notices', '0004_mails_held_back'),
    ]

    operations = [
        migrations.RunPython(forget, forget),
    ]
