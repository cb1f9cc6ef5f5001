"""A person's own meetings, as they were told of them: what a calendar is made of.

Floors above have meetings of their own: they hand over a callback in their `ready()`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from django.utils.crypto import salted_hmac

from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.people.tokens import digest_of
from supportroom.programme.calendars import Appointment, Entry
from supportroom.programme.frozen import Meeting
from supportroom.programme.models import CalendarLink, ProgrammeVersion
from supportroom.programme.queries import current_version, meetings_of, published_state
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.vocabulary import PREPARING

KEPT = timedelta(days=7)  # what is over leaves the calendar after so long: a phone that is taken tells less

Meetings = Callable[[Person, datetime], Iterable[Appointment]]
_others: list[Meetings] = []


def also_in_calendars(meetings: Meetings) -> None:
    """Let a callback give further meetings of a person that end after an instant."""
    _others.append(meetings)


def link_of(person_id: int) -> CalendarLink | None:
    """Give the link that opens a person's calendar, or None."""
    return CalendarLink.objects.filter(person_id=person_id).first()


def person_behind(token: str) -> Person | None:
    """Give whose calendar a token opens; None for one that is wrong or revoked, or where the account is closed."""
    links = CalendarLink.objects.select_related("person").filter(person__account__is_active=True)
    link = links.filter(digest=digest_of(token)).first()
    return link.person if link else None


def entries_of(person: Person, moment: datetime) -> list[Entry]:
    """Give the meetings of a person's rounds, and of floors above, that lie ahead or were held in the last days."""
    places = list(Participant.objects.filter(person=person).select_related("round"))
    own = {place.round_id: spell(place.group_id) if place.group_id else "" for place in places}
    rounds = {place.round_id: place.round for place in places}
    sessions = Session.objects.filter(round__in=rounds, ends_at__gt=moment - KEPT).select_related("group")
    planned: dict[int, list[Session]] = {}
    for session in sessions:
        planned.setdefault(session.round_id, []).append(session)
    versions = _latest(rounds)
    found = [
        entry
        for round_id, round in rounds.items()
        for meeting in _told(round, versions.get(round_id), planned.get(round_id, ()))
        if (meeting.group is None or meeting.group.key == own[round_id]) and meeting.ends_at > moment - KEPT
        for entry in [entry_for(person, meeting)]
    ]
    found += [entry_for(person, meeting) for others in _others for meeting in others(person, moment - KEPT)]
    return sorted(found, key=lambda entry: (entry.starts_at, entry.uid))


def entry_for(person: Person, meeting: Appointment) -> Entry:
    """Give a meeting as this person's calendar has it; two calendars do not show that it is the same one."""
    uid = salted_hmac("supportroom.programme.calendar", f"{person.pk}:{meeting.key}", algorithm="sha256").hexdigest()
    return Entry(uid[:40], meeting.starts_at, meeting.ends_at, meeting.revision)


def told_of(session: Session) -> Meeting:
    """Give a session as it was published last; as it is planned where it never was."""
    published = published_state(current_version(session.round))
    key = spell(session.pk)
    return next((meeting for meeting in published if meeting.key == key), None) or _bare(session)


def _latest(rounds: Iterable[int]) -> Mapping[int, ProgrammeVersion]:
    newest = ProgrammeVersion.objects.filter(round=OuterRef("round")).order_by("-number").values("pk")[:1]
    found = ProgrammeVersion.objects.filter(round__in=list(rounds), pk=Subquery(newest))
    return {version.round_id: version for version in found}


def _told(round: Round, version: ProgrammeVersion | None, planned: Iterable[Session]) -> list[Meeting]:
    """Give a round's meetings as its page shows them to who takes part."""
    published = list(published_state(version))
    known = {meeting.key for meeting in published}
    shows_planned = version is None or round.state not in PREPARING
    later = [_bare(session) for session in planned if shows_planned and spell(session.pk) not in known]
    return published + later


def _bare(session: Session) -> Meeting:
    return meetings_of([session], with_topics=False)[0]
