"""`manage.py export_site PLACE`: the whole public site as a folder, or as a ZIP where the name ends in .zip."""

import os
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from supportroom.outlets import copies
from supportroom.outlets.exporting import Copied, copy_site

NICE = 10


class Command(BaseCommand):
    """Copy the public site."""

    help = "Write everything public as files with relative links, navigable without a server and searchable offline."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to write."""
        parser.add_argument("place", type=Path, nargs="?", help="a folder that is written anew, or a file .zip")
        parser.add_argument("--wanted", action="store_true", help="make the ZIP that the team asked for")

    def handle(self, *args: Any, place: Path | None, wanted: bool, **options: Any) -> None:
        """Write the copy; CommandError where something else lies in its place."""
        if wanted:
            _make_wanted()
            return
        if place is None:
            raise CommandError("say where to write")
        if place.is_dir() and any(place.iterdir()) and not (place / "offline").is_dir():
            raise CommandError(f"{place} holds something else")
        began = time.monotonic()
        copied = copy_site(place)
        seconds = time.monotonic() - began
        self.stdout.write(f"{copied.pages} pages, {copied.files} files, {copied.size} bytes, {seconds:.1f} s")
        for address in copied.left_out:
            self.stderr.write(f"left out, it does not answer: {address}")


def _make_wanted() -> Copied | None:
    with copies.held() as is_ours:
        if not is_ours or not copies.is_wanted():
            return None
        os.nice(NICE)
        copied = copy_site(copies.place())
        told = copies.told_of(copied.pages, copied.files, copies.place().stat().st_size, copied.left_out)
        copies.tell(told)
        return copied
