"""What is typed with a session: place, link, interpretation, whether a facilitator is sought; hours by night."""

from collections.abc import Callable

import pytest
from django.test import Client

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.rounds.actions import start_round
from supportroom.rounds.models import Session
from tests.factories.rounds import make_round, make_session, open_a_session

SignIn = Callable[[Person], Client]
LINK = "https://meet.example.org/canary"


@pytest.mark.parametrize(
    ("link", "is_taken"),
    [
        ("https://meet.example.org/abc?pwd=1", True),
        ("", True),
        ("http://meet.example.org/abc", False),
        ("javascript:alert(1)", False),
        ("https://user:secret@meet.example.org/", False),
        ("https://", False),
        ("https://[oops", False),
        ("meet.example.org/abc", False),
    ],
)
def test_place_link_interpretation_and_who_is_sought_are_typed_with_the_session(
    *, link: str, is_taken: bool, team: Person, room: None, sign_in: SignIn
) -> None:
    made = make_round(others=0, running=False)
    sent = {
        "title_en": "Opening",
        "kind": "plenary",
        "group": "",
        "day": "2026-06-02",
        "starts": "10:00",
        "ends": "12:30",
        "place_ar": "قاعة الزيتون",
        "link": link,
        "interpretation": ["en"],
        "facilitator_is_sought": "on",
    }
    answer = sign_in(team).post(f"/en/rounds/{spell(made.pk)}/sessions/new/", sent)
    assert answer.status_code == (302 if is_taken else 422)
    if is_taken:
        session = Session.objects.get(round=made)
        assert (str(session.place), session.link, session.interpretation) == ("قاعة الزيتون", link, ["en"])
        assert session.facilitator_is_sought
        assert not session.is_chatham
    else:
        assert "begins with https" in answer.content.decode()


def test_of_a_session_that_has_begun_place_and_link_can_still_be_mended(
    member: Person, team: Person, sign_in: SignIn
) -> None:
    made = make_round(people=[member], others=0, running=False)
    session = make_session(made)
    start_round(actor=SYSTEM, round=made)
    begun = open_a_session(member, round=made, session=Session.objects.get(pk=session.pk))
    path = f"/en/sessions/{spell(session.pk)}/edit/"
    sent = {"title_en": "First meeting", "place_en": "Fig hall", "link": f"{LINK}/new", "seen": begun.version}
    assert sign_in(team).post(path, sent).status_code == 302
    session.refresh_from_db()
    assert (str(session.place), session.link) == ("Fig hall", f"{LINK}/new")


@pytest.mark.parametrize(
    ("zone", "day", "starts", "ends", "which", "said"),
    [
        ("Europe/Zurich", "2026-10-25", "02:50", "02:10", "first", "ends before it begins"),
        ("Europe/Zurich", "2026-10-25", "01:30", "02:10", "", "shows this hour twice"),
        ("Europe/Zurich", "2026-10-25", "02:10", "02:50", "second", ""),
        ("Europe/Zurich", "2026-03-29", "01:45", "02:15", "", "jumps over this hour"),
        ("Europe/Zurich", "2026-03-29", "03:15", "01:45", "", "ends before it begins"),
        ("Asia/Beirut", "2026-03-29", "00:15", "01:15", "", "jumps over this hour"),
        ("Asia/Beirut", "2026-10-24", "23:50", "23:10", "second", "ends before it begins"),
        ("Asia/Damascus", "2026-10-30", "00:15", "00:45", "", ""),
    ],
)
def test_a_session_has_a_length_on_the_nights_when_clocks_are_turned_too(
    *, zone: str, day: str, starts: str, ends: str, which: str, said: str, team: Person, room: None, sign_in: SignIn
) -> None:
    made = make_round(time_zone=zone, others=0, running=False)
    sent = {"title_en": "By night", "kind": "plenary", "day": day, "starts": starts, "ends": ends, "which": which}
    answer = sign_in(team).post(f"/en/rounds/{spell(made.pk)}/sessions/new/", sent)
    assert answer.status_code == (422 if said else 302)
    assert said in answer.content.decode()
    assert Session.objects.filter(round=made).count() == (0 if said else 1)
