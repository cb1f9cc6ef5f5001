"""What an issue gathers out of what everybody may read."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from supportroom.events.actions import call_off_event
from supportroom.events.models import PublicEvent
from supportroom.kernel.actors import SYSTEM
from supportroom.newsletter.gathering import lines_since
from tests.factories.answers import a_submission, answered, today
from tests.factories.events import an_announced_event
from tests.factories.rounds import words

pytestmark = pytest.mark.django_db


def kinds_since(day: date) -> list[str]:
    return [line["kind"] for line in lines_since(day, "en")]


def test_nobody_is_invited_to_what_was_called_off(room: object) -> None:
    event = an_announced_event()
    assert kinds_since(date(2020, 1, 1)) == ["event"]
    event = PublicEvent.objects.get(pk=event.pk)
    call_off_event(actor=SYSTEM, event=event, called_off_why=words("The hall is closed."))
    assert kinds_since(date(2020, 1, 1)) == []


def test_an_answer_is_new_from_the_day_on_which_the_room_told_it(room: object, clock: Traveller) -> None:
    one = a_submission()
    since = today() + timedelta(days=30)
    clock.shift(timedelta(days=60))
    answered(one, answered_on=since - timedelta(days=20))
    (line,) = lines_since(since, "en")
    assert (line["kind"], line["day"]) == ("answer", today().isoformat())
