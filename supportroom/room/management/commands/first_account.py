"""`manage.py first_account`: the way into a new room.

Founds the room if there is none, adds a first person to the team, and prints a link, once, with which that person
makes an account. Everybody else is then invited on the page "People".

Run again before the link was used, it makes a new link for the same person and ends the old one. Where every account
of the team is locked, it opens one for somebody else.
"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.hygiene import clean_line
from supportroom.kernel.multilingual import multilingual
from supportroom.people.actions import add_person, invite_person
from supportroom.people.by_name import exactly_called
from supportroom.people.models import Person
from supportroom.people.tokens import new_token
from supportroom.people.vocabulary import INVITATION_HOURS, READING_LANGUAGES, TEAM
from supportroom.room.actions import found_room
from supportroom.room.models import Room


class Command(BaseCommand):
    """Open the first account of the team."""

    help = "Found the room if there is none, add the team's first person, and print a single-use link to an account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the person's name, the room's names, and the address under which people reach it."""
        parser.add_argument("--name", required=True, help="the person's name, as the team will see it")
        parser.add_argument("--room-ar", default="غرفة دعم المجتمع المدني", help="the room's name in Arabic")
        parser.add_argument("--room-en", default="Civil Society Support Room", help="the room's name in English")
        parser.add_argument("--hub", action="append", default=[], help="a place where people meet; may be repeated")
        parser.add_argument("--language", choices=list(READING_LANGUAGES), default="ar", help="what the person reads")
        address = settings.ROOM_ADDRESS or "http://localhost:8000"
        parser.add_argument("--address", default=address, help="else that of SUPPORTROOM_ADDRESS")

    def handle(self, **options: Any) -> None:
        """Do it; CommandError when somebody of the team can sign in already."""
        if Person.objects.holding(TEAM).filter(account__is_active=True).exists():
            raise CommandError("Somebody of the team has an account already: invite others on the page People.")
        if exactly_called(clean_line(options["name"]), Person.objects.filter(account__is_active=False)):
            raise CommandError("This person's account is locked: name somebody else, who then has it unlocked.")
        if not Room.objects.exists():
            name = multilingual("ar", ar=clean_line(options["room_ar"]), en=clean_line(options["room_en"]))
            found_room(actor=SYSTEM, name=name, languages=["ar", "en"], hubs=options["hub"])
            self.stdout.write("The room is founded; its charter can be changed on the page Charter.")
        person = self._first_person(clean_line(options["name"]), options["language"])
        token = new_token()
        invite_person(actor=SYSTEM, person=person, token=token)
        with override(person.language):
            path = reverse("people:invitation_accept", args=[token])
        self.stdout.write(f"This link works once, for {INVITATION_HOURS} hours. It is not kept anywhere:")
        self.stdout.write(f"{options['address'].rstrip('/')}{path}")

    def _first_person(self, name: str, language: str) -> Person:
        if not name:
            raise CommandError("Give a name.")
        waiting = next(iter(exactly_called(name, Person.objects.holding(TEAM))), None)
        return waiting or add_person(actor=SYSTEM, name=name, language=language, roles=(TEAM,))
