"""`manage.py journal_head`: the end of the journal's chain, for a witness to keep."""

from typing import Any

from django.core.management.base import BaseCommand

from supportroom.journal.models import Head


class Command(BaseCommand):
    """Print the head."""

    help = "Print the journal's head, PLACE:DIGEST, for a witness to keep outside this server."

    def handle(self, *args: Any, **options: Any) -> None:
        """Print it alone, so that it can be piped."""
        self.stdout.write(str(Head.objects.filter(pk=1).first() or Head()))
