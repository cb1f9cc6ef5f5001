"""`manage.py rebuild_search`: empties the index of what is published and fills it anew."""

from typing import Any

from django.core.management.base import BaseCommand

from supportroom.search.filling import rebuild


class Command(BaseCommand):
    """Fill the index anew."""

    help = "Empty the search index and fill it again from everything that is public."

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, and say how much there is to be found."""
        self.stdout.write(f"{rebuild()} published things can be found")
