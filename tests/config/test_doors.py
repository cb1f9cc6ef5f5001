"""An address that nobody thought about keeps the server from starting (S09)."""

from typing import Any

import pytest
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import URLResolver, path
from django.urls.resolvers import RegexPattern

from supportroom.config import doors
from supportroom.kernel.permissions import require


def silent(request: HttpRequest) -> HttpResponse:
    """Say something to everybody inside."""
    return HttpResponse("words")


def careful(request: Any) -> HttpResponse:
    """Ask first."""
    require(request.actor, "room.read_charter", None)
    return silent(request)


@login_not_required
def opened(request: HttpRequest) -> HttpResponse:
    """Say something to everybody."""
    return silent(request)


@pytest.mark.parametrize(
    ("view", "name", "found"),
    [
        (opened, "unheard_of", ["supportroom.E020"]),
        (opened, "styleguide", []),
        (silent, "unheard_of", ["supportroom.E021"]),
        (silent, "points:import_sample_md", []),
        (careful, "unheard_of", []),
    ],
)
def test_s09_the_server_does_not_start_with_an_open_or_a_careless_address_that_is_not_listed(
    view: Any, name: str, found: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    resolver = URLResolver(RegexPattern(r"^/"), [path("somewhere/", view, name=name)])
    monkeypatch.setattr(doors, "get_resolver", lambda: resolver)
    assert [message.id for message in doors.every_address_says_who_may(None)] == found


def test_s09_the_room_as_it_is_has_no_such_address() -> None:
    assert doors.every_address_says_who_may(None) == []
