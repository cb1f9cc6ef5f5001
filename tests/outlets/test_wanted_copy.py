"""The copy that the team asks for: made once by a process of its own, taken along by the team alone."""

import sys
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from supportroom.journal.models import Entry
from supportroom.outlets import copies
from supportroom.people.models import Person
from supportroom.room.models import Room


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, settings: Any) -> None:
    settings.VAR_DIR = tmp_path
    settings.PUBLISHED_DIR = tmp_path / "published"


@pytest.mark.django_db(transaction=True)
def test_the_team_asks_for_a_copy_the_clock_begins_it_and_it_is_taken_along(
    room: Room, team: Person, member: Person, sign_in: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.nice", lambda _more: None)
    browser, address, file = sign_in(team), reverse("outlets:copy"), reverse("outlets:copy_file")
    begun: list[Sequence[str]] = []
    copies.make_if_wanted(begun.append)
    assert begun == [], "nobody asked"
    assert browser.get(file).status_code == 404
    assert browser.post(address, {"once": "a"}).status_code == 302
    assert browser.post(address, {"once": "a"}).status_code == 302
    assert Entry.objects.filter(action="outlets.ask_copy").count() == 1
    assert "is being made" in browser.get(address).content.decode()
    copies.make_if_wanted(begun.append)
    assert [command[0] for command in begun] == [sys.executable]
    assert begun[0][2:] == ["export_site", "--wanted"]
    with copies.held():
        copies.make_if_wanted(begun.append)
        call_command("export_site", "--wanted")
    assert len(begun) == 1, "somebody is at it"
    assert copies.last_copy() is None
    call_command("export_site", "--wanted")
    told = copies.last_copy()
    assert told is not None
    assert told.pages > 10
    assert told.left_out == []
    assert not copies.is_wanted()
    call_command("export_site", "--wanted")
    answer = browser.get(file)
    content = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None
    assert len(content) == told.bytes
    for language in ("ar", "en"):
        with override(language):
            assert browser.get(reverse("outlets:copy")).status_code == 200
    other = sign_in(member)
    assert {other.get(address).status_code, other.post(address).status_code, other.get(file).status_code} == {403}
