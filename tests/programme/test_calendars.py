"""Calendars: they show the right hour everywhere, say nothing else, and open by their own secret address alone."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar
from time_machine import Traveller

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied
from supportroom.kernel.ids import spell
from supportroom.people.models import Account, Person
from supportroom.people.tokens import digest_of, new_token
from supportroom.programme.actions import open_calendar, revoke_calendar
from supportroom.programme.calendars import Entry, ics
from supportroom.programme.diary import entries_of
from supportroom.programme.models import CalendarLink
from supportroom.rounds.actions import add_group, amend_session, remove_session, start_round
from supportroom.rounds.models import Participant, Session
from supportroom.rounds.wall_time import instants_of
from supportroom.web.quiet_logs import WithoutTokens
from tests.factories.personas import actor_of
from tests.factories.programme import planned_round, published
from tests.factories.rounds import MORNING, make_round, make_session, words

SignIn = Callable[[Person], Client]
pytestmark = pytest.mark.usefixtures("clock")


def events(content: bytes) -> list[Any]:
    """Read a calendar back as another program would."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def opened(person: Person) -> str:
    """Open a person's calendar; give the address of its feed."""
    token = new_token()
    open_calendar(actor=actor_of(person), person=person, token=token)
    return f"/en/calendar/{token}.ics"


@pytest.mark.parametrize(
    ("day", "hour", "zone", "which", "in_utc"),
    [
        ("2026-03-29", "01:30", "Europe/Zurich", 0, "2026-03-29T00:30"),  # the last hour before the clock jumps
        ("2026-03-29", "03:00", "Europe/Zurich", 0, "2026-03-29T01:00"),  # the first after it
        ("2026-10-25", "02:30", "Europe/Zurich", 0, "2026-10-25T00:30"),  # shown twice: the first time
        ("2026-10-25", "02:30", "Europe/Zurich", 1, "2026-10-25T01:30"),  # and the second
        ("2026-03-28", "23:30", "Asia/Beirut", 0, "2026-03-28T21:30"),
        ("2026-03-29", "01:00", "Asia/Beirut", 0, "2026-03-28T22:00"),  # midnight is jumped over
        ("2026-10-24", "23:30", "Asia/Beirut", 0, "2026-10-24T20:30"),  # shown twice before midnight
        ("2026-10-24", "23:30", "Asia/Beirut", 1, "2026-10-24T21:30"),
        ("2026-03-29", "02:30", "Asia/Damascus", 0, "2026-03-28T23:30"),  # fixed since October 2022
        ("2026-10-30", "00:30", "Asia/Damascus", 0, "2026-10-29T21:30"),
    ],
)
def test_a_calendar_shows_the_hour_that_was_typed_on_the_nights_when_clocks_are_turned(
    day: str, hour: str, zone: str, which: int, in_utc: str
) -> None:
    typed = datetime.fromisoformat(f"{day}T{hour}")
    starts = instants_of(typed.date(), typed.time(), zone)[which]
    entry = Entry("uid", starts, starts + timedelta(hours=1), 3)
    (event,) = events(ics([entry], summary="Meeting", name="Calendar", stamp=MORNING))
    read = event["DTSTART"].dt
    assert read == datetime.fromisoformat(in_utc).replace(tzinfo=UTC)
    assert read.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == typed
    assert event["DTEND"].dt - read == timedelta(hours=1)


def test_an_hour_that_does_not_exist_cannot_be_planned_and_so_stands_in_no_calendar() -> None:
    gap = datetime(2026, 3, 29, 0, 30)  # noqa: DTZ001 - the hour on a wall in Beirut
    assert instants_of(gap.date(), gap.time(), "Asia/Beirut") == ()


def test_the_feed_holds_ones_own_sessions_and_nothing_that_says_what_they_are(member: Person) -> None:
    made, session, _topic = planned_round(people=[member], title=words("Canary round", "جولة الكناري"))
    amend_session(
        actor=SYSTEM,
        session=Session.objects.get(pk=session.pk),
        title=words("Canary title"),
        link="https://canary.example.org/1",
    )
    others = add_group(actor=SYSTEM, round=made, name=words("Others"))
    make_session(made, group=others, starts_at=MORNING + timedelta(hours=1))
    published(made)
    answer = Client().get(opened(member))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    (event,) = events(answer.content)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (session.starts_at, session.ends_at)
    assert event["SUMMARY"] == "لقاء", "in the person's language, not in the address's"
    said = answer.content.decode() + repr(dict(answer.headers))
    for canary in ("anary", "Olive", "Detainees", "Visits", "Group", "trial room", "Warda", "Support", "Room", "كناري"):
        assert canary not in said, canary
    assert not {"LOCATION", "DESCRIPTION", "URL", "ORGANIZER", "ATTENDEE", "CATEGORIES"} & set(event)
    assert spell(session.pk) not in said
    assert str(session.pk) not in said


def test_the_summary_is_in_the_persons_language(facilitator: Person) -> None:
    Person.objects.filter(pk=facilitator.pk).update(language="en")
    planned_round(people=[facilitator])
    (event,) = events(Client().get(opened(Person.objects.get(pk=facilitator.pk)).replace("/en/", "/ar/")).content)
    assert event["SUMMARY"] == "Meeting"


def test_two_calendars_do_not_show_that_two_people_meet_in_one_session(member: Person, facilitator: Person) -> None:
    planned_round(people=[member, facilitator])
    uids = [events(Client().get(opened(person)).content)[0]["UID"] for person in (member, facilitator)]
    assert uids[0] != uids[1]
    assert all(re.fullmatch(r"[0-9a-f]{40}", uid) for uid in uids)
    assert events(Client().get(opened(member)).content)[0]["UID"] == uids[0], "it stays when the address is renewed"


def test_a_change_reaches_the_calendar_when_it_is_published(member: Person) -> None:
    made, session, _topic = planned_round(people=[member])
    published(made)
    feed = opened(member)
    (before,) = events(Client().get(feed).content)
    later = session.starts_at + timedelta(hours=1)
    amend_session(
        actor=SYSTEM, session=Session.objects.get(pk=session.pk), starts_at=later, ends_at=later + timedelta(hours=2)
    )
    (unchanged,) = events(Client().get(feed).content)
    assert (unchanged["DTSTART"].dt, unchanged["SEQUENCE"]) == (before["DTSTART"].dt, before["SEQUENCE"])
    published(made)
    (moved,) = events(Client().get(feed).content)
    assert moved["DTSTART"].dt == later
    assert moved["SEQUENCE"] > before["SEQUENCE"]
    assert moved["UID"] == before["UID"]


def test_a_session_added_while_the_round_runs_is_there_at_once_and_in_preparation_when_published(
    member: Person,
) -> None:
    made, _session, _topic = planned_round(people=[member])
    published(made)
    make_session(made, starts_at=MORNING + timedelta(days=1))
    assert len(entries_of(member, MORNING)) == 1
    made.refresh_from_db()
    start_round(actor=SYSTEM, round=made)
    assert len(entries_of(member, MORNING)) == 2


def test_a_round_that_never_published_a_programme_has_its_sessions_in_the_calendar(member: Person) -> None:
    made = make_round(people=[member], others=0)
    assert len(entries_of(member, MORNING)) == 1
    remove_session(actor=SYSTEM, session=made.sessions.get())
    assert entries_of(member, MORNING) == []
    assert events(Client().get(opened(member)).content) == []


def test_who_leaves_the_round_has_no_session_of_it_in_the_calendar(member: Person) -> None:
    made, _session, _topic = planned_round(people=[member])
    published(made)
    feed = opened(member)
    assert len(events(Client().get(feed).content)) == 1
    Participant.objects.filter(round=made, person=member).delete()
    assert events(Client().get(feed).content) == []


def test_what_is_over_leaves_the_calendar_after_a_week(member: Person, clock: Traveller) -> None:
    planned_round(people=[member])
    clock.move_to(MORNING + timedelta(days=6))
    assert len(entries_of(member, MORNING + timedelta(days=6))) == 1
    assert entries_of(member, MORNING + timedelta(days=8)) == []


def test_a_token_is_kept_as_a_digest_and_a_new_one_ends_the_old(member: Person) -> None:
    first = opened(member)
    token = first.split("/")[-1].removesuffix(".ics")
    assert len(token) >= 43, "256 bits"
    assert CalendarLink.objects.get().digest == digest_of(token)
    second = opened(member)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    assert CalendarLink.objects.count() == 1


def test_forged_revoked_and_closed_links_look_alike(member: Person, facilitator: Person) -> None:
    revoked, closed = opened(member), opened(facilitator)
    revoke_calendar(actor=actor_of(member), link=CalendarLink.objects.get(person=member))
    Account.objects.filter(person=facilitator).update(is_active=False)
    forged = [f"/en/calendar/{word}.ics" for word in ("x", new_token(), "%00", "ء" * 10, "a" * 3000)]
    answers = [Client().get(path) for path in (revoked, closed, *forged)]
    assert {answer.status_code for answer in answers} == {404}
    pages = {re.sub(r"/calendar/[^\"]*", "", answer.content.decode()) for answer in answers}
    assert len(pages) == 1, "and say nothing about which it is"


def test_a_calendar_is_opened_and_revoked_by_its_person_alone(member: Person, team: Person) -> None:
    with pytest.raises(Denied):
        open_calendar(actor=actor_of(team), person=member, token=new_token())
    opened(member)
    with pytest.raises(Denied):
        revoke_calendar(actor=actor_of(team), link=CalendarLink.objects.get())


def test_a_feed_is_read_and_never_written(member: Person) -> None:
    feed = opened(member)
    assert Client().post(feed).status_code == 405
    assert Client().head(feed).status_code == 200


def test_the_page_makes_an_address_shows_it_once_and_revokes_it(member: Person, sign_in: SignIn) -> None:
    browser = sign_in(member)
    assert "Make an address" in browser.get("/en/calendar/").content.decode()
    page = browser.post("/en/calendar/").content.decode()
    found = re.search(r"http://testserver(/ar/calendar/[\w-]+\.ics)", page)
    assert found
    assert "webcal:" not in page, "many programs ask for such an address without encryption"
    assert Client().get(found[1]).status_code == 200
    again = browser.get("/en/calendar/").content.decode()
    assert found[1] not in again
    assert "Make a new address" in again
    assert browser.post("/en/calendar/revoke/").status_code == 302
    assert Client().get(found[1]).status_code == 404
    assert browser.post("/en/calendar/revoke/").status_code == 302, "twice is once"


def test_one_session_as_a_file_for_who_sees_it(member: Person, stranger: Person, sign_in: SignIn) -> None:
    _made, session, _topic = planned_round(people=[member])
    path = f"/en/sessions/{spell(session.pk)}/meeting.ics"
    (event,) = events(sign_in(member).get(path).content)
    assert event["DTSTART"].dt == session.starts_at
    (from_feed,) = events(Client().get(opened(member)).content)
    assert event["UID"] == from_feed["UID"]
    assert sign_in(stranger).get(path).status_code == 404
    assert Client().get(path).status_code == 302


def test_no_token_of_a_calendar_stands_in_a_log(caplog: pytest.LogCaptureFixture, room: None) -> None:
    token = new_token()
    Client().get(f"/en/calendar/{token}.ics")
    kept = [record for record in caplog.records if WithoutTokens().filter(record)]
    assert token not in " ".join(record.getMessage() for record in kept)
    assert any("programme:calendar_feed" in record.getMessage() for record in kept), "it was logged, without the token"
