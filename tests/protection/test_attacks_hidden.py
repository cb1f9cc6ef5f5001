"""What somebody may not see is not there for them: hidden and absent things answer alike (S10)."""

import re
from typing import Any

import pytest
from django.test import Client

from supportroom.kernel.ids import random_id, spell
from supportroom.people.models import Account
from tests.architecture.addresses import Route, Values, fillings, routes, things
from tests.architecture.conftest import signed_in

pytestmark = pytest.mark.django_db
Accounts = dict[str, Account | None]
PAGES = {
    "round_id": "rounds:round_detail",
    "session_id": "points:board",
    "point_id": "points:point_detail",
    "statement_id": "statements:statement_detail",
    "person_id": "people:person_detail",
    "participant_id": "rounds:participant_edit",
    "group_id": "rounds:group_edit",
    "topic_id": "topics:topic_detail",
    "invitation_id": "invitations:invitation_detail",
}
ALL = {route.name: route for route in routes()}
CHANGING = re.compile(rb'(name="(?:once|csrfmiddlewaretoken)" value=")[^"]*|hx-headers=[^>]*|[0-9a-hjkmnp-tv-z]{12}')


def plain(content: bytes) -> bytes:
    """Leave out what differs from one answer to the next anyway."""
    return CHANGING.sub(b"", content)


def hidden_from(client: Client) -> dict[str, set[int]]:
    """Give the ids that lead nowhere for a reader, by the name of the part of an address."""
    return {
        part: {
            thing.pk
            for thing in things(part[:-3])
            if client.get(ALL[page].address("en", {part: thing.pk})).status_code == 404
        }
        for part, page in PAGES.items()
    }


def hidden_pages(client: Client) -> list[tuple[Route, Values, Values]]:
    """Give every route with the id of a hidden thing, and with one that does not exist."""
    hidden = hidden_from(client)
    return [
        (route, values, values | {part: random_id()})
        for route in ALL.values()
        if route.parts
        for values in fillings(route)
        for part in route.parts[:1]
        if values[part] in hidden.get(part, ())
    ]


@pytest.mark.parametrize("persona", ["stranger", "observer", "addressee", "member"])
def test_what_is_hidden_answers_like_what_does_not_exist(persona: str, accounts: Accounts) -> None:
    client = signed_in(accounts[persona])
    told = []
    for route, hidden, absent in hidden_pages(client):
        for ask in (client.get, client.post):
            answers: list[Any] = [ask(route.address("en", values)) for values in (hidden, absent)]
            statuses = [answer.status_code for answer in answers]
            if statuses[0] != statuses[1] or plain(answers[0].content) != plain(answers[1].content):
                told.append((route.name, ask.__name__, statuses, hidden))
    assert told == []


def test_the_comparison_sees_hidden_things(accounts: Accounts) -> None:
    hidden = hidden_from(signed_in(accounts["stranger"]))
    assert all(hidden[part] for part in ("round_id", "session_id", "point_id", "statement_id", "person_id"))
    assert len(spell(next(iter(hidden["round_id"])))) == 12
