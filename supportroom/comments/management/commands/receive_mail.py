"""Take one mail that the operator's mail server hands over: `manage.py receive_mail < message`."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import Error

from supportroom.comments.mail_arriving import MOST_BYTES, take_in

TRY_LATER = 75  # EX_TEMPFAIL: the mail server keeps the message and tries again


class Command(BaseCommand):
    """Read a message from standard input; say in a word what became of it.

    It ends well whatever the message is, so that the mail server answers nobody; only where the database cannot be
    asked it asks to try again later.
    """

    help = "Takes one mailed comment from standard input (see docs/use/mailed-comments.md)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whom the mail was for, as the mail server knows it."""
        parser.add_argument("--recipient", default="", help="the address that the mail came to; else its headers say")

    def handle(self, *args: Any, **options: Any) -> None:
        """Take the message."""
        content = sys.stdin.buffer.read(MOST_BYTES + 1)
        try:
            self.stdout.write(take_in(content, options["recipient"]))
        except Error:
            sys.exit(TRY_LATER)
