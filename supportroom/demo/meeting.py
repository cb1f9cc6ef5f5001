"""What the demo's rounds have in common: people come, sessions open, points are raised, checks are answered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from supportroom.demo.people import actor_for, invented
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.people.vocabulary import MAN, WOMAN
from supportroom.points.actions import (
    Answer,
    close_check,
    confirm_outcome,
    open_check,
    raise_point,
    take_positions,
    translate_point,
)
from supportroom.points.models import CheckItem, Point
from supportroom.points.subjects import Subject
from supportroom.points.vocabulary import AGREED, CANNOT_ACCEPT, LIVE_WITH, REMAINING, STAND_ASIDE, SUPPORT
from supportroom.room.models import Pillar
from supportroom.rounds.actions import add_participant, add_pillar, add_session, open_session
from supportroom.rounds.models import Group, Round, Session
from supportroom.rounds.vocabulary import CLOSED_CONSULTATION

ZONE = ZoneInfo("Europe/Istanbul")
Reasons = tuple[str, ...]


def both(pair: Sequence[str]) -> MultilingualText:
    """Give a pair of Arabic and English as one text whose original is Arabic."""
    return multilingual("ar", ar=pair[0], en=pair[1])


@dataclass
class Meeting:
    """A round being lived through: who is in it, who leads, and the points by pillar as they are raised."""

    round: Round
    group: Group
    people: dict[str, Person]
    present: list[Actor] = field(default_factory=list)
    pillars: list[Pillar] = field(default_factory=list)
    points: list[list[Point]] = field(default_factory=list)

    @property
    def leads(self) -> Actor:
        """The facilitator."""
        return actor_for(self.people["facilitator"])

    @property
    def records(self) -> Actor:
        """The rapporteur."""
        return actor_for(self.people["rapporteur"])


def gather(meeting: Meeting, women: int, men: int, residence: str, *, first: int = 0) -> None:
    """Let the four personas (two women, two men) and so many invented others take part in the meeting's group."""
    genders = {"facilitator": WOMAN, "member": WOMAN, "rapporteur": MAN, "shielded_member": MAN}
    for key, gender in genders.items():
        _take_part(meeting, residence, gender, person=meeting.people[key])
    invite_others(meeting, women - 2, men - 2, residence, first=first)


def invite_others(meeting: Meeting, women: int, men: int, residence: str, *, first: int = 0) -> None:
    """Let so many invented women and men take part, beginning with the invented person of this number."""
    wanted = {WOMAN: women, MAN: men}
    number = first
    while sum(wanted.values()):
        name, gender = invented(number)
        number += 1
        if wanted[gender]:
            wanted[gender] -= 1
            _take_part(meeting, residence, gender, name=name)


def _take_part(meeting: Meeting, residence: str, gender: str, *, person: Person | None = None, name: str = "") -> None:
    joined = add_participant(
        actor=SYSTEM,
        round=meeting.round,
        group=meeting.group,
        person=person,
        name=name,
        gender=gender,
        residence=residence,
    )
    meeting.present.append(actor_for(joined.person))


def plan(meeting: Meeting, title: Sequence[str], day: date, hour: int, hours: int = 4, *,
         kind: str = CLOSED_CONSULTATION, whole_round: bool = False) -> Session:  # fmt: skip
    """Plan a session on a day at an hour in the round's zone."""
    starts_at = datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)
    return add_session(
        actor=SYSTEM,
        round=meeting.round,
        group=None if whole_round else meeting.group,
        title=both(title),
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=hours),
    )


def open_for(meeting: Meeting, session: Session) -> None:
    """Open a session by the team, led by the two personas, with everybody of the meeting present."""
    open_session(
        actor=actor_for(meeting.people["team"]),
        session=session,
        facilitator=meeting.people["facilitator"],
        rapporteur=meeting.people["rapporteur"],
        present=len(meeting.present),
    )


def set_pillar(meeting: Meeting, name: Sequence[str]) -> Pillar:
    """Add a pillar to the round."""
    pillar = add_pillar(actor=SYSTEM, round=meeting.round, name=both(name))
    meeting.pillars.append(pillar)
    meeting.points.append([])
    return pillar


def raise_all(meeting: Meeting, session: Session, pillar: int, pairs: Sequence[Sequence[str]]) -> None:
    """Raise points under one pillar by those present, one after the other, with the rapporteur's translation."""
    for place, (arabic, english) in enumerate(pairs):
        author = meeting.present[(pillar * 5 + place) % len(meeting.present)]
        point = raise_point(actor=author, session=session, pillar=meeting.pillars[pillar], language="ar", text=arabic)
        point = translate_point(
            actor=meeting.records, point=point, language="en", text=english, seen=point.version, is_final=True
        )
        meeting.points[pillar].append(point)


def ask(
    meeting: Meeting, session: Session, points: Sequence[Point], reasons_against: dict[int, Reasons], word: str
) -> None:
    """Ask about points in one check: those with reasons against find that many objections and go to further discussion."""
    check = open_check(actor=meeting.leads, session=session, points=points)
    items = list(CheckItem.objects.filter(check_asked=check).order_by("position"))
    for place, actor in enumerate(meeting.present):
        answers = [_answer(item, place, reasons_against.get(item.point_id or 0, ())) for item in items]
        take_positions(actor=actor, check=check, answers=answers, language="ar")
    close_check(actor=meeting.leads, check=check)
    for item in items:
        against = item.point_id in reasons_against
        outcome = REMAINING if against else AGREED
        confirm_outcome(
            actor=meeting.leads,
            item=CheckItem.objects.get(pk=item.pk),
            outcome=outcome,
            word=word if against else "",
        )


def _answer(item: CheckItem, place: int, reasons: Reasons) -> Answer:
    if place < len(reasons):
        return Answer(item, CANNOT_ACCEPT, reasons[place])
    if place % 9 == 4:
        return Answer(item, LIVE_WITH)
    return Answer(item, STAND_ASIDE if place % 11 == 7 else SUPPORT)


def adopt_by_check(meeting: Meeting, session: Session, subject: Subject, adopt: Callable[[], object]) -> None:
    """Ask the session about a text; all present accept it, and it is adopted."""
    check = open_check(actor=meeting.leads, session=session, subjects=[subject])
    item = CheckItem.objects.get(check_asked=check)
    for place, actor in enumerate(meeting.present):
        take_positions(actor=actor, check=check, answers=[_answer(item, place, ())], language="ar")
    close_check(actor=meeting.leads, check=check)
    confirm_outcome(actor=meeting.leads, item=CheckItem.objects.get(pk=item.pk), outcome=AGREED)
    adopt()
