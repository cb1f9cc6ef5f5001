"""Public events: their lives, the public's calendar, the pages on which the team plans."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from supportroom.events import actions
from supportroom.events.lifecycle import EVENT
from supportroom.events.models import PublicEvent
from supportroom.events.queries import coming_events, public_events
from supportroom.events.vocabulary import ANNOUNCED, CALLED_OFF
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from tests.factories.events import a_planned_event, an_announced_event
from tests.factories.rounds import words

pytestmark = pytest.mark.usefixtures("room")
SignIn = Callable[[Person], Client]
WHY = words("The hall is closed.", "القاعة مغلقة.")
STEPS: dict[str, Callable[[PublicEvent], Any]] = {
    "announce": lambda event: actions.announce_event(actor=SYSTEM, event=event),
    "hold": lambda event: actions.say_held(actor=SYSTEM, event=event),
    "call_off": lambda event: actions.call_off_event(actor=SYSTEM, event=event, called_off_why=WHY),
}


def test_an_event_takes_the_steps_of_its_table_and_no_other(clock: time_machine.Traveller) -> None:
    event = a_planned_event()
    clock.move_to(event.starts_at)
    for state in EVENT.states:
        for verb, take in STEPS.items():
            PublicEvent.objects.filter(pk=event.pk).update(state=state)
            event.refresh_from_db()
            if EVENT.allows(state, verb):
                assert take(event).state == EVENT.step(state, verb).target, (state, verb)
            else:
                with pytest.raises(DomainError, match=r"kernel\.not_now"):
                    take(event)


def test_what_makes_no_sense_is_refused(clock: time_machine.Traveller) -> None:
    start = now() + timedelta(days=1)
    for details, code in (
        ({"starts_at": start, "ends_at": start}, r"events\.ends_first"),
        ({"link": "javascript:alert(1)"}, r"events\.link"),
        ({"link": "http://example.org/"}, r"events\.link"),
    ):
        with pytest.raises(DomainError, match=code):
            a_planned_event(**details)
    with pytest.raises(DomainError, match=r"events\.not_yet"):
        STEPS["hold"](an_announced_event())
    with pytest.raises(DomainError, match=r"events\.reason_needed"):
        actions.call_off_event(actor=SYSTEM, event=a_planned_event(), called_off_why=words(""))
    with pytest.raises(ValidationError):
        a_planned_event(kind="party")


def test_an_event_that_is_over_is_changed_no_more_and_two_at_once_do_not_overwrite_each_other() -> None:
    event = an_announced_event()
    first = actions.amend_event(actor=SYSTEM, event=event, seen=event.version, title=words("Moved"))
    with pytest.raises(Stale):
        actions.amend_event(actor=SYSTEM, event=event, seen=first.version - 1, title=words("Moved again"))
    off = STEPS["call_off"](PublicEvent.objects.get(pk=event.pk))
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.amend_event(actor=SYSTEM, event=off, seen=off.version, title=words("Too late"))


def test_the_public_reads_of_what_was_announced_alone(clock: time_machine.Traveller) -> None:
    planned, announced = a_planned_event("Planned"), an_announced_event("Announced")
    never = STEPS["call_off"](a_planned_event("Never announced"))
    off = STEPS["call_off"](an_announced_event("Called off"))
    assert set(public_events()) == {announced, off}
    assert list(coming_events()) == [announced]
    for language in ("ar", "en"):
        for path in ("events/", f"events/{announced.slug}/", f"events/{off.slug}/"):
            answer = Client().get(f"/{language}/{path}")
            assert (answer.status_code, bool(answer.cookies)) == (200, False), path
        for hidden in (planned, never):
            assert Client().get(f"/{language}/events/{hidden.slug}/").status_code == 404
    assert "The hall is closed." in Client().get(f"/en/events/{off.slug}/").content.decode()
    clock.move_to(announced.ends_at)
    assert not coming_events().exists()


def test_the_calendar_tells_every_clock_the_same_instant_and_strikes_out_what_was_called_off() -> None:
    summer = datetime(2026, 7, 1, 16, tzinfo=UTC)
    event = an_announced_event(starts_at=summer, time_zone="Europe/Zurich")
    off = STEPS["call_off"](an_announced_event("Called off"))
    a_planned_event("Planned")
    answer = Client().get("/ar/events/calendar.ics")
    assert answer["Content-Type"].startswith("text/calendar")
    entries = {str(entry["uid"]): entry for entry in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert set(entries) == {f"{event.slug}@public-events", f"{off.slug}@public-events"}
    told = entries[f"{event.slug}@public-events"]
    assert told["dtstart"].dt == summer
    assert b"DTSTART:20260701T160000Z" in answer.content
    assert (str(told["status"]), str(told["location"])) == ("CONFIRMED", "قاعة الصحافة، جنيف")
    assert str(entries[f"{off.slug}@public-events"]["status"]) == "CANCELLED"
    before = int(told["sequence"])
    actions.amend_event(actor=SYSTEM, event=event, seen=event.version, place=words("Elsewhere"))
    one = Calendar.from_ical(Client().get(f"/en/events/{event.slug}/event.ics").content).walk("VEVENT")
    assert int(one[0]["sequence"]) > before


def test_both_clocks_stand_on_an_events_page() -> None:
    event = an_announced_event(starts_at=datetime(2026, 7, 1, 16, tzinfo=UTC), time_zone="Europe/Zurich")
    page = Client().get(f"/en/events/{event.slug}/").content.decode()
    assert "19:00–20:00 Damascus" in page
    assert "18:00–19:00 Geneva" in page


def test_the_team_plans_announces_and_calls_off(
    team: Person, member: Person, sign_in: SignIn, clock: time_machine.Traveller
) -> None:
    browser = sign_in(team)
    typed = {
        "kind": "press_conference", "title_en": "The report", "title_ar": "التقرير", "day": "2026-06-10",
        "starts": "11:00", "ends": "12:00", "time_zone": "Europe/Zurich",
    }  # fmt: skip
    assert browser.post("/en/public-events/new/", {**typed, "ends": "10:00"}).status_code == 422
    assert browser.post("/en/public-events/new/", {**typed, "link": "ftp://x"}).status_code == 422
    assert browser.post("/en/public-events/new/", typed).status_code == 302
    event = PublicEvent.objects.get()
    assert event.starts_at == datetime(2026, 6, 10, 9, tzinfo=UTC)
    one = f"/en/public-events/{spell(event.pk)}/"
    amended = {**typed, "seen": event.version, "title_en": "The new report"}
    assert browser.post(one, amended).status_code == 302
    assert browser.post(one, amended).status_code == 409
    assert browser.post(f"{one}announce/").status_code == 302
    assert browser.post(f"{one}announce/").status_code == 422
    assert browser.post(f"{one}held/").status_code == 422
    assert PublicEvent.objects.get().state == ANNOUNCED
    assert browser.post(f"{one}call-off/", {"called_off_why_en": ""}).status_code == 422
    assert browser.post(f"{one}call-off/", {"called_off_why_en": "Closed."}).status_code == 302
    assert PublicEvent.objects.get().state == CALLED_OFF
    for language in ("ar", "en"):
        for path in ("public-events/", "public-events/new/", f"public-events/{spell(event.pk)}/",
                     f"public-events/{spell(event.pk)}/call-off/"):  # fmt: skip
            assert browser.get(f"/{language}/{path}").status_code == 200, path
            assert sign_in(member).get(f"/{language}/{path}").status_code in (403, 404), path


def test_lists_ask_the_same_number_of_questions_whatever_their_length(team: Person, sign_in: SignIn) -> None:
    browser = sign_in(team)
    for address, client in (("/en/events/", Client()), ("/en/public-events/", browser)):
        counts = []
        for more in range(2):
            an_announced_event(f"Event {more}")
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                client.get(address)
            counts.append(len(asked))
            an_announced_event("One more")
        assert counts[0] == counts[1], address
