"""The read interface: everything public, nothing else; impossible questions get clear answers."""

import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from supportroom.outlets.interface.offered import RESOURCES
from supportroom.people.models import Person
from supportroom.room.models import Room
from supportroom.web import limits
from tests.factories.answers import a_delivery
from tests.factories.outlets import HIDDEN, Face, a_published_report
from tests.factories.questions import a_question, answered
from tests.factories.register import a_recommendation, an_addressee
from tests.outlets.shape_check import faults

ROOT = "/api/v1/"


def told(client: Client, address: str = "", status: int = 200, **asked: str) -> Any:
    """Ask, and read the answer."""
    answer = client.get(ROOT + address, asked)
    assert answer.status_code == status, answer.content
    assert not answer.cookies
    return json.loads(answer.content)


def test_every_list_and_every_thing_has_the_shape_that_is_described(
    face: Face, member: Person, client: Client, settings: Any, tmp_path: Any
) -> None:
    settings.PUBLISHED_DIR = tmp_path
    a_published_report(member, has_statement=True)
    a_delivery(face.recommendation)
    answered(a_question(face.recommendation))
    schemas = told(client, "openapi.json")["components"]["schemas"]
    empty = {"papers"}
    for name in RESOURCES:
        page = told(client, f"{name}/")
        assert list(faults(page["items"], {"type": "array", "items": schemas[name]}, schemas)) == [], name
        assert bool(page["items"]) != (name in empty), name
        assert page["count"] == len(page["items"])
        for item in page["items"]:
            if RESOURCES[name].key:
                assert told(client, f"{name}/{item['id']}/") == item


def test_nothing_that_is_not_public_is_given(face: Face, client: Client) -> None:
    for name in RESOURCES:
        text = json.dumps(told(client, f"{name}/", per_page="100"))
        assert HIDDEN not in text
        assert "hidden.example.org" not in text
    everything = told(client, "recommendations/")["items"]
    assert {reading["state"] for item in everything for reading in item["briefings"]} == {"confirmed"}
    assert "_reader" not in json.dumps(everything)


def test_a_delivery_names_nobody_and_nothing_that_is_hidden(face: Face, member: Person, client: Client) -> None:
    a_delivery(face.recommendation, a_recommendation(released=False), carrier=member)
    (told_of,) = told(client, "deliveries/")["items"]
    assert told_of["recommendations"] == [face.recommendation.slug]
    assert member.name not in json.dumps(told_of, ensure_ascii=False)


def test_a_question_is_given_once_it_is_answered(face: Face, client: Client) -> None:
    waiting = a_question(face.recommendation)
    assert told(client, "questions/")["items"] == []
    answered(waiting)
    (asked,) = told(client, "questions/")["items"]
    assert (asked["about"], asked["about_id"]) == ("recommendations", face.recommendation.slug)
    assert asked["answer"]["texts"].keys() == {"ar", "en"}


def test_a_recommendation_comes_with_all_that_became_of_it(face: Face, client: Client) -> None:
    one = told(client, f"recommendations/{face.recommendation.slug}/")
    assert one["text"]["texts"].keys() == {"ar", "en"}
    assert (one["source"]["texts"]["en"], one["round"]) == ("An earlier report", None)
    assert [answer["verdict"] for answer in one["answers"]] == ["partly"]
    assert {"recorded", "released", "sent", "answered"} <= {step["kind"] for step in one["way"]}
    assert [reading["verdict"] for reading in one["briefings"]] == ["absent"]
    assert one["pages"]["ar"].endswith(f"/ar/register/{face.recommendation.slug}/")


def test_filters_keep_what_was_asked_for(face: Face, client: Client) -> None:
    a_recommendation(themes=("women",), goals=(5,), addressees=[an_addressee()])
    addressee = told(client, "recommendations/", goal="5")["items"][0]["addressees"][0]["addressee"]
    counts = {
        "state=answered": 1,
        "state=open": 6,
        "state=done": 0,
        "theme=women": 1,
        "goal=5": 1,
        "goal=6": 0,
        f"addressee={addressee}": 1,
        f"demand={face.demand.slug}": 4,
        "year=2017": 1,
        "since=2021-01-01": 2,
        "moved_since=2000-01-01": 6,
        "moved_since=2190-01-01": 0,
        "year=2020&state=open": 3,
    }
    for query, count in counts.items():
        answer = json.loads(client.get(f"{ROOT}recommendations/?{query}").content)
        assert (answer.get("count"), query) == (count, query)
    assert [item["voice"] for item in told(client, "news/", voice="office")["items"]] == ["office"]


@pytest.mark.parametrize(
    ("address", "wrong"),
    [
        ("recommendations/?year=soon", {"year"}),
        ("recommendations/?year=-1&goal=99", {"year", "goal"}),
        ("recommendations/?year=٢٠٢٠", {"year"}),
        ("recommendations/?state=lost", {"state"}),
        ("recommendations/?since=2020-02-30", {"since"}),
        ("recommendations/?since=20200914", {"since"}),
        ("recommendations/?addressee=%00", {"addressee"}),
        ("recommendations/?addressee=a%20b'--", {"addressee"}),
        ("recommendations/?whose=mine", {"whose"}),
        ("recommendations/?page=0&per_page=101", {"page", "per_page"}),
        ("recommendations/?page=99999999999999999999", {"page"}),
        ("news/?voice=nobody", {"voice"}),
        ("terms/?year=2020", {"year"}),
        ("?lang=xx", {"lang"}),
        ("recommendations/some-thing/?deep=1", {"deep"}),
    ],
)
def test_what_cannot_be_understood_is_refused_and_says_why(
    room: Room, client: Client, address: str, wrong: set[str]
) -> None:
    answer = client.get(ROOT + address)
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    problem = json.loads(answer.content)
    assert problem["status"] == 400
    assert {error["filter"] for error in problem["errors"]} == wrong
    assert all(error["why"] for error in problem["errors"])


def test_refusals_speak_the_language_that_is_asked_for(room: Room, client: Client) -> None:
    assert client.get(f"{ROOT}terms/?lang=ar")["Content-Language"] == "ar"
    assert client.get(f"{ROOT}terms/", headers={"accept-language": "ar"})["Content-Language"] == "ar"
    assert client.get(f"{ROOT}terms/?lang=en", headers={"accept-language": "ar"})["Content-Language"] == "en"


def test_what_is_not_there_is_said_so(face: Face, client: Client) -> None:
    for address in ("nothing/", "nothing/at-all/", "recommendations/not-there/", "briefings/1/",
                    "recommendations/?page=3"):  # fmt: skip
        answer = client.get(ROOT + address)
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json"), address
    assert client.post(f"{ROOT}recommendations/").status_code in (403, 405)


def test_pages_lead_to_one_another_and_hold_everything_once(face: Face, client: Client) -> None:
    seen: list[str] = []
    page = told(client, "recommendations/", per_page="2", state="open")
    while True:
        seen += [item["id"] for item in page["items"]]
        if page["next"] is None:
            break
        page = json.loads(client.get(page["next"].partition("8000")[2]).content)
    assert len(seen) == len(set(seen)) == page["count"] == 5
    assert "page=2" in page["previous"]
    assert "state=open" in page["previous"]


def test_who_has_an_answer_gets_nothing_again_until_something_changes(face: Face, client: Client) -> None:
    for address in ("recommendations/", "", "openapi.json"):
        first = client.get(ROOT + address)
        assert first["Cache-Control"] == "public, no-cache"
        assert client.get(ROOT + address, headers={"if-none-match": first["ETag"]}).status_code == 304
    before = client.get(f"{ROOT}recommendations/")["ETag"]
    a_recommendation()
    assert client.get(f"{ROOT}recommendations/", headers={"if-none-match": before}).status_code == 200


def test_who_hammers_is_told_when_to_come_again(
    room: Room, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.LIMITS_ARE_ON = True
    monkeypatch.setitem(limits.LIMITS, "interface", limits.Limit(None, (0.5, 1.0)))
    monkeypatch.setattr(limits, "buckets", limits.Buckets(lambda: 0.0))
    assert client.get(f"{ROOT}terms/").status_code == 200
    refused = client.get(f"{ROOT}terms/")
    assert (refused.status_code, refused["Retry-After"]) == (429, "2")
    assert refused["Content-Type"] == "application/problem+json"


def test_a_long_list_costs_as_many_queries_as_a_short_one(
    face: Face, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.get(f"{ROOT}recommendations/")
    for per_page in ("1", "5"):
        with django_assert_max_num_queries(9):
            told(client, "recommendations/", per_page=per_page)
    for name in RESOURCES:
        with django_assert_max_num_queries(9):
            told(client, f"{name}/")
