"""What somebody may not see is not there for them: hidden and absent things answer alike (S10)."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client

from supportroom.kernel.ids import random_id, spell
from supportroom.people.models import Account
from tests.architecture.addresses import Route, Values, fillings, kind_of, routes
from tests.architecture.conftest import draw_nothing, keep_keys, signed_in
from tests.architecture.test_addresses import content_of

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
Accounts = dict[str, Account | None]
Place = tuple[Route, Values]
WITH_IDS = [route for route in routes() if any(part.endswith("_id") for part in route.parts)]
CHANGING = re.compile(rb'(name="(?:once|csrfmiddlewaretoken)" value=")[^"]*|hx-headers=[^>]*|[0-9a-hjkmnp-tv-z]{12}')
METHODS = ("GET", "POST")
# Who may not do this to a thing, but reads it on the page named here, is told so (403); nobody else is.
READ_ON = {
    "adoption:adoption_detail": "adoption:opinion_edit adoption:opinion_name adoption:opinion_translate "
    "adoption:opinion_withdraw",
    "adoption:review_detail": "adoption:note_answer adoption:note_reword adoption:note_translate",
    "comments:comment_detail": "comments:agenda_remove",
    "followup:recommendation_detail": "answers:answer_add answers:step_take",
    "groups:group_detail": "groups:seat_name groups:seat_replace groups:seat_resign",
    "topics:topic_detail": "topics:link_remove topics:point_edit topics:point_remove topics:reading_remove "
    "topics:remark_remove",
}
PAGE_OF = {name: page for page, names in READ_ON.items() for name in names.split()}


def plain(content: bytes) -> bytes:
    """Leave out what differs from one answer to the next anyway."""
    return CHANGING.sub(b"", content)


def asked(client: Client, method: str, route: Route, values: Values) -> Any:
    """Ask, and take back what it brought about."""
    cookies = dict(client.cookies)
    with transaction.atomic():
        answer = client.generic(method, route.address("en", values))
        content_of(answer)
        transaction.set_rollback(True)
    client.cookies.clear()
    client.cookies.update(cookies)
    return answer


def statuses(client: Client, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Place, str, int]]:
    """Give what every address with an id in it answers by each method, with nothing drawn."""
    with monkeypatch.context() as undrawn:
        draw_nothing(undrawn)
        keep_keys(undrawn)
        for route in WITH_IDS:
            for values in fillings(route):
                for method in METHODS:
                    yield (route, values), method, asked(client, method, route, values).status_code


def told_by(client: Client, place: Place, method: str) -> list[str]:
    """Say in what a foreign id is answered otherwise than one that does not exist."""
    route, values = place
    part = next(part for part in route.parts if part.endswith("_id"))
    foreign = asked(client, method, route, values)
    absent = asked(client, method, route, values | {part: random_id()})
    said = (foreign.status_code, absent.status_code)
    if said[0] != said[1]:
        return [f"{method} {route.name} answers {said[0]} for a foreign {part} and {said[1]} for none"]
    is_same = plain(content_of(foreign)) == plain(content_of(absent))
    return [] if is_same else [f"{method} {route.name} has another page for a foreign {part} than for none"]


@pytest.mark.parametrize("persona", ["stranger", "addressee"])
def test_s10_a_foreign_id_answers_like_one_that_does_not_exist(
    persona: str, accounts: Accounts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same status and the same page; 403 is for both, or for who reads the thing on another page anyway."""
    client, told = signed_in(accounts[persona]), set()
    seen = list(statuses(client, monkeypatch))
    known = set().union(*(ids(values) for (_route, values), method, status in seen if (method, status) == ("GET", 200)))
    unknown = [(place, method, status) for place, method, status in seen if not known & ids(place[1])]
    for place, method, status in unknown:
        if status == 404 or (status == 403 and not reads_elsewhere(client, place)):
            told |= set(told_by(client, place, method))
    assert sorted(told) == []
    assert len({place[0].name for place, _method, status in unknown if status == 404}) > 80


def reads_elsewhere(client: Client, place: Place) -> bool:
    """Tell whether somebody reads the page on which the thing of this address stands (`READ_ON`)."""
    route, values = place
    page = next((one for one in routes() if one.name == PAGE_OF.get(route.name)), None)
    if page is None:
        return False
    name = next(part for part in route.parts if part.endswith("_id"))
    kind = kind_of(name[:-3], route.app)
    thing = kind._default_manager.get(pk=values[name])
    return asked(client, "GET", page, {part: above(thing, part) for part in page.parts}).status_code == 200


def above(thing: Any, part: str) -> Any:
    """Give the id or the slug of what a thing belongs to, or of itself, as a part of an address names it."""
    noun, _, end = part.rpartition("_")
    near = [thing]
    for one in near:
        if one._meta.model_name == noun.replace("_", ""):
            return one.pk if end == "id" else one.slug
        fields = [field for field in one._meta.concrete_fields if field.is_relation]
        near += [other for field in fields if (other := getattr(one, field.name)) is not None]
    raise LookupError(part)


def ids(values: Values) -> set[int]:
    """Give the ids among the parts of an address."""
    return {value for part, value in values.items() if part.endswith("_id")}


def test_s10_the_comparison_sees_a_difference(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that told a foreign thing from an absent one would be found."""
    client = signed_in(accounts["stranger"])
    route = next(route for route in WITH_IDS if route.name == "rounds:round_detail")
    values = next(one for one in fillings(route) if asked(client, "GET", route, one).status_code == 200)
    assert told_by(client, (route, values), "GET")
    assert len(spell(values["round_id"])) == 12
