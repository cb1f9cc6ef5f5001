"""Ways to a session's pages for the tests of its views."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.models import Session


def signed_in(person: Person) -> Client:
    """Give a browser in which this person is signed in."""
    client = Client()
    client.force_login(person.account)
    return client


def place(session: Session, part: str = "", language: str = "en") -> str:
    """Give the address of a session's page, or of an action of it."""
    return f"/{language}/sessions/{spell(session.pk)}/{part}"


def words_of(page: HttpResponse) -> str:
    """Give a page's words without its markup, with single spaces."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.content.decode()))


def key(thing: Any) -> str:
    """Give a thing's id as addresses and forms write it."""
    return spell(thing.pk)
