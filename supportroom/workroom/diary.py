"""Meetings of groups in the calendars of those who hold a seat: when, and nothing else (S40)."""

from datetime import datetime, timedelta

from supportroom.groups.vocabulary import HELD as SEAT_HELD
from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.programme.calendars import Held
from supportroom.workroom.models import Meeting
from supportroom.workroom.vocabulary import HELD, SET

LONGEST = timedelta(hours=12)


def held(meeting: Meeting) -> Held | None:
    """Give a meeting as a calendar has it; None unless its time is set."""
    if meeting.starts_at is None or meeting.ends_at is None or meeting.state not in (SET, HELD):
        return None
    return Held(spell(meeting.pk), meeting.starts_at, meeting.ends_at, meeting.version)


def meetings_after(person: Person, moment: datetime) -> list[Held]:
    """Give the set meetings of the groups in which a person holds a seat that end after an instant."""
    meetings = Meeting.objects.filter(
        group__seats__person=person,
        group__seats__state=SEAT_HELD,
        state__in=(SET, HELD),
        starts_at__gt=moment - LONGEST,
    )
    found = [appointment for meeting in meetings if (appointment := held(meeting))]
    return [appointment for appointment in found if appointment.ends_at > moment]
