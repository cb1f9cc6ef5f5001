"""Build the demo room through the product's own actions."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction

from supportroom.demo import (
    arrived,
    briefings_life,
    group_civic,
    group_constitution,
    group_decentralisation,
    group_economy,
    group_protection,
    public_life,
    register_life,
    round_2020,
    round_2021,
    round_ahead,
    round_today,
    safety_life,
)
from supportroom.demo.group_life import on
from supportroom.demo.people import PERSONAS, actor_for, add_persona
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import multilingual
from supportroom.notices.actions import read_notices
from supportroom.notices.telling import tell as tell_people
from supportroom.people.by_name import by_name
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.room.actions import found_room
from supportroom.room.models import Room
from supportroom.room.vocabulary import CONSENSUS_MINUS

NAME = ("غرفة دعم المجتمع المدني (عرض)", "Civil society support room (demonstration)")
PRINCIPLES = (
    "هنا يلتقي المجتمع المدني السوري ليسمعه الوسيط. نعدّ الجولات مع المدعوين إليها، وندوّن ما نتفق عليه وما نختلف فيه، وننشره بلغاتنا مع الرأي المعارض، ولا نكشف أحداً.",
    "Here Syrian civil society meets to be heard by the mediator. Rounds are prepared with those invited; what we agree on and where we differ is recorded and published in our languages, dissent included; nobody is given away.",
)

GROUPS = (group_civic, group_constitution, group_economy, group_protection, group_decentralisation)
STEP = 37  # shares no factor with how many members there are
LONG_AGO = timedelta(days=60)


def is_built() -> bool:
    """Tell whether the demo room is there."""
    return Room.objects.exists()


def build_room(tell: Callable[[str], None] = print) -> None:
    """Found the room, add its people, live through rounds and working groups, follow what was asked; all or nothing."""
    with transaction.atomic():
        found_room(
            actor=SYSTEM,
            name=multilingual("ar", ar=NAME[0], en=NAME[1]),
            principles=multilingual("ar", ar=PRINCIPLES[0], en=PRINCIPLES[1]),
            languages=["ar", "en"],
            hubs=["Gaziantep", "Amman", "Beirut", "Erbil", "Geneva", "Damascus"],
            rule_kind=CONSENSUS_MINUS,
            rule_minus=2,
        )
        people: dict[str, Person] = {key: add_persona(key) for key in PERSONAS}
        tell("June 2020: 28 participants, 33 points under 10 axes, two statements, the published report")
        with on(date(2020, 6, 15)):
            round_2020.build(people)
        tell("June 2021: four pillars and a fifth proposed, fifteen recommendations, the report being written")
        with on(date(2021, 6, 24)):
            round_2021.build(people)
        tell("Today: a session that is open")
        round_today.build(people)
        _have_read_what_was(people.values(), now())
        tell("In three weeks: a round being prepared, eleven topics, 205 registered, sixty invited in three groups")
        round_ahead.build(people)
        tell(
            "Working groups: a published paper, one with the office, one in comment, one being drafted, two called for"
        )
        members = _members(people)
        public_life.build_glossary(people)
        for group in GROUPS:
            group.build(people, members)
        tell("The register: what was asked since 2017, answers, three briefings; pages, news, events, a glossary")
        register = register_life.build(people, members)
        arrived.build(actor_for(people["team"]))
        briefings_life.build(register)
        public_life.build(register)
        safety_life.build(people)
        _have_read_what_was(people.values(), now() - LONG_AGO)


def _members(people: dict[str, Person]) -> list[Person]:
    """Give the invented members beside the personas, in an order that is always the same and mixes names."""
    personas = [person.pk for person in people.values()]
    found = list(by_name(Person.objects.holding(MEMBER).exclude(pk__in=personas)))
    return [found[place * STEP % len(found)] for place in range(len(found))]


def _have_read_what_was(people: Iterable[Person], until: datetime) -> None:
    """Let everybody be told of what happened, and these people have read what lies before an instant."""
    tell_people(by_mail=False)
    for person in people:
        actor = Actor(ref=person.ref, person_id=person.pk)
        read_notices(actor=actor, person=person, until=until)
