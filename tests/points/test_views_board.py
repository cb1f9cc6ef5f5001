"""A session's page: for everybody, with and without scripts, in each language."""

import pytest
from django.test import Client

from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.models import Session
from tests.factories.points import raised


def signed_in(person: Person) -> Client:
    client = Client()
    client.force_login(person.account)
    return client


def place(session: Session, part: str = "", language: str = "en") -> str:
    return f"/{language}/sessions/{spell(session.pk)}/{part}"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_participant_sees_the_board_in_each_language(session: Session, member: Person, language: str) -> None:
    raised(session, text="Clinics stay open")
    page = signed_in(member).get(place(session, language=language))
    assert page.status_code == 200
    assert "Clinics stay open" in page.content.decode()
