"""Who came: the days of a round by its own clock, and who was checked in on them."""

from collections.abc import Iterable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.models import CheckIn, Participant, Round, Session
from supportroom.rounds.vocabulary import OPEN


def today_of(round: Round) -> date:
    """Give the day that it is by the round's clock."""
    return now().astimezone(ZoneInfo(round.time_zone)).date()


def is_day_of(round: Round, day: date) -> bool:
    """Tell whether a day belongs to the round and has begun."""
    return round.starts_on <= day <= min(round.ends_on, today_of(round))


def days_begun(round: Round) -> list[date]:
    """List the days of the round that have begun."""
    last = min(round.ends_on, today_of(round))
    return [round.starts_on + timedelta(days=past) for past in range((last - round.starts_on).days + 1)]


def checked_in_on(round: Round, day: date) -> set[int]:
    """Give the ids of the participants who were checked in on a day."""
    rows = CheckIn.objects.filter(participant__round=round, day=day)
    return set(rows.values_list("participant_id", flat=True))


def checked_in_for(session: Session) -> int:
    """Count those of a session who were checked in today."""
    taking_part = Participant.objects.of_session(session)
    return CheckIn.objects.filter(participant__in=taking_part, day=today_of(session.round)).count()


def who_came(round: Round) -> QuerySet[Participant]:
    """Give those whom the report's figures count: who came on any day, or everybody where nobody was checked in."""
    came = CheckIn.objects.filter(participant__round=round)
    return round.participants.filter(pk__in=came.values("participant")) if came.exists() else round.participants.all()


def leads_now(actor: Actor, round: Round) -> list[Session]:
    """List the open sessions of a round that the actor facilitates or records."""
    if not actor.person_id:
        return []
    led = Q(facilitator_id=actor.person_id) | Q(rapporteur_id=actor.person_id)
    return list(Session.objects.filter(led, round=round, state=OPEN))


def checkable_among(actor: Actor, round: Round, participants: Iterable[Participant]) -> set[int]:
    """Give the ids of those whom the actor may check in today: what the rule says, asked at once for all of them."""
    listed = list(participants)
    if actor.holds(TEAM):
        return {each.pk for each in listed}
    if not is_day_of(round, today_of(round)):
        return set()
    led = {session.group_id for session in leads_now(actor, round)}
    return {
        each.pk for each in listed if each.person_id == actor.person_id or None in led or (each.group_id or 0) in led
    }
