"""Pages of topics: each answers in each language, to whom it may, with the same number of queries."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.topics.actions import add_reading, defer_topic, put_on_agenda, remark
from supportroom.topics.models import Mark, Topic
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, words
from tests.factories.topics import contributed, over, proposed, supported

SignIn = Callable[[Person], Client]
PAGES = [
    "rounds/{round}/topics/",
    "rounds/{round}/topics/?view=outcome",
    "rounds/{round}/topics/?q=schools&state=proposed",
    "rounds/{round}/topics/new/",
    "rounds/{round}/topics/call/",
    "topics/{topic}/",
    "topics/{topic}/edit/",
    "topics/{topic}/translate/",
    "topics/{topic}/defer/",
    "topics/{topic}/merge/",
    "topics/{topic}/contact/",
    "topics/{topic}/contact/?q=salma",
    "discussion-points/{point}/edit/",
    "discussion-points/{point}/settle/",
]
FOR_MEMBERS = {*PAGES[:4], "topics/{topic}/"}


@pytest.fixture
def ids(topic: Topic, shielded_member: Person) -> dict[str, str]:
    point = contributed(topic, shielded_member)
    contributed(topic, SYSTEM, "Another one")
    proposed(topic.round, shielded_member, "Clinics")
    remark(actor=actor_of(shielded_member), topic=topic, text=words("I agree."))
    add_reading(actor=SYSTEM, topic=topic, title=words("A study"), address="https://example.org/study")
    return {"round": spell(topic.round_id), "topic": spell(topic.pk), "point": spell(point.pk)}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_page_answers_the_team_in_each_language(
    page: str, language: str, ids: dict[str, str], team: Person, sign_in: SignIn
) -> None:
    assert sign_in(team).get(f"/{language}/{page.format(**ids)}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_member_reads_and_proposes_and_does_not_settle(
    page: str, ids: dict[str, str], stranger: Person, sign_in: SignIn
) -> None:
    answer = sign_in(stranger).get(f"/ar/{page.format(**ids)}")
    assert answer.status_code == (200 if page in FOR_MEMBERS else 403)
