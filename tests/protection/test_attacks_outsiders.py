"""What a published round tells somebody who took no part in it: what was released, and nothing of how it came (S16)."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Account, Person
from supportroom.points.actions import import_points, reword_point
from supportroom.points.models import Point
from supportroom.rounds.actions import begin_reporting
from supportroom.rounds.models import Round
from tests.architecture.conftest import signed_in
from tests.factories.points import leader
from tests.factories.rounds import close_a_session, pillar_of
from tests.factories.statements import Meeting, held_meeting, new_session

pytestmark = pytest.mark.django_db


def to(name: str, part: int) -> str:
    with override("en"):
        return reverse(name, args=[part])


def read(person: Person, name: str, part: int) -> str:
    """Give the page that somebody gets."""
    return signed_in(Account.objects.get(person=person)).get(to(name, part)).content.decode()


@pytest.fixture
def meeting(member: Person) -> Meeting:
    """A round with agreed and remaining points, one that was reworded, and one that nobody was asked about."""
    held = held_meeting(member)
    session = new_session(held)
    import_points(actor=leader(session), session=session, rows=[(pillar_of(held.round).pk, "en", "Never asked about")])
    remaining = Point.objects.get(state="remaining")
    old = str(remaining.content)
    reword_point(actor=leader(session), point=remaining, session=session, language="en", text="New words", seen=1)
    assert old != "New words"
    close_a_session(session)
    return held


@pytest.fixture
def published(meeting: Meeting) -> Meeting:
    """The same round, published (its last step alone: what is asked here is not about files)."""
    begin_reporting(actor=SYSTEM, round=meeting.round)
    Round.objects.filter(pk=meeting.round.pk).update(state="published")
    return meeting


outside = pytest.mark.writes_outside_actions


@outside
def test_s16_a_board_shows_what_was_released_alone(published: Meeting, stranger: Person) -> None:
    last = published.round.sessions.order_by("-starts_at").first()
    assert last
    page = read(stranger, "points:board", last.pk)
    assert "New words" in page
    assert "Never asked about" not in page
    assert "Never asked about" not in read(stranger, "points:point_list", published.round.pk)


@outside
def test_s16_a_points_page_tells_neither_its_checks_nor_its_earlier_words(
    published: Meeting, stranger: Person, member: Person
) -> None:
    point = Point.objects.get(state="remaining")
    inside, outsiders = (read(person, "points:point_detail", point.pk) for person in (member, stranger))
    for told in ("Not like this.", "The room is divided."):
        assert told in inside
        assert told not in outsiders
    assert "<del>" in inside
    assert "<del>" not in outsiders
    assert "New words" in outsiders


@outside
def test_s16_how_many_sat_in_a_group_is_told_inside_the_round(
    published: Meeting, stranger: Person, member: Person
) -> None:
    count = f"{published.round.participants.count()} people"
    assert count in read(member, "rounds:round_detail", published.round.pk)
    assert count not in read(stranger, "rounds:round_detail", published.round.pk)


@outside
def test_s16_an_outsiders_pages_name_nobody_who_led(published: Meeting, stranger: Person) -> None:
    pages: list[Any] = [("points:board", session.pk) for session in published.round.sessions.all()]
    pages += [
        (name, published.round.pk) for name in ("rounds:round_detail", "programme:programme", "points:point_list")
    ]
    for name, part in pages:
        page = read(stranger, name, part)
        for person in (published.facilitator, published.rapporteur, published.writer):
            assert person.name not in page, name


def test_s16_before_it_is_published_the_round_is_not_there_for_a_stranger(meeting: Meeting, stranger: Person) -> None:
    client = signed_in(Account.objects.get(person=stranger))
    for session in meeting.round.sessions.all():
        assert client.get(to("points:board", session.pk)).status_code == 404
    assert client.get(to("rounds:round_detail", meeting.round.pk)).status_code == 404
