"""Pages of rounds: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from tests.factories.rounds import make_session

SignIn = Callable[[Person], Client]
PAGES = [
    "rounds/",
    "rounds/new/",
    "rounds/{round}/",
    "rounds/{round}/edit/",
    "rounds/{round}/groups/new/",
    "groups/{group}/edit/",
    "rounds/{round}/pillars/new/",
    "rounds/{round}/programme/",
    "rounds/{round}/sessions/new/",
    "sessions/{session}/edit/",
    "sessions/{session}/open/",
    "rounds/{round}/participants/",
    "rounds/{round}/participants/new/",
    "rounds/{round}/participants/import/",
    "rounds/{round}/participants/sample.csv",
    "rounds/{round}/participants/sample.xlsx",
    "participants/{participant}/edit/",
]


@pytest.fixture
def ids(draft: Round) -> dict[str, str]:
    session = make_session(draft)
    things = {
        "round": draft,
        "group": draft.groups.first(),
        "session": session,
        "participant": draft.participants.first(),
    }
    return {name: spell(thing.pk) for name, thing in things.items() if thing}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_the_team_in_each_language(
    page: str, language: str, ids: dict[str, str], team: Person, sign_in: SignIn
) -> None:
    answer = sign_in(team).get(f"/{language}/{page.format(**ids)}")
    assert answer.status_code == 200
