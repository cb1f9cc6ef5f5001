"""A small public face: something of every kind that leaves the room, and beside it what must not."""

from dataclasses import dataclass
from typing import Any

from supportroom.briefings.models import Briefing
from supportroom.events.models import PublicEvent
from supportroom.glossary.models import Body, Term
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.models import Page
from supportroom.people.models import Person
from supportroom.register.models import Demand, Recommendation
from supportroom.rounds.actions import begin_reporting
from supportroom.site.actions import publish_report
from supportroom.site.models import Edition
from supportroom.site.preparing import prepare_edition
from tests.factories.answers import answered, submission_of
from tests.factories.briefings import a_briefing, read_twice
from tests.factories.events import a_planned_event, an_announced_event
from tests.factories.glossary import a_body, a_term, influences
from tests.factories.pages import a_page, a_published_page
from tests.factories.register import a_demand, a_recommendation, an_addressee
from tests.factories.rounds import words
from tests.factories.statements import adopted, held_meeting, report_adopted

HIDDEN = "Zanbaqhidden"  # stands in everything that is not public


@dataclass
class Face:
    """What is public."""

    recommendation: Recommendation
    demand: Demand
    room_news: Page
    office_news: Page
    about: Page
    term: Term
    body: Body
    event: PublicEvent
    briefing: Briefing


def a_public_face() -> Face:
    """Build one thing of every kind but reports and papers, and a hidden one beside each."""
    addressee = an_addressee(
        words("Invented Contact Group", "مجموعة الاتصال المبتكرة"), address="desk@hidden.example.org"
    )
    asked = a_recommendation(
        addressees=[addressee],
        text=words(
            "Let convoys reach the women of the besieged towns.", "السماح للقوافل بالوصول إلى نساء البلدات المحاصرة."
        ),
    )
    answered(submission_of(asked, addressee), "partly")
    a_recommendation(released=False, text=words(f"{HIDDEN} text", f"{HIDDEN} نص"))
    demand = a_demand()
    briefing = a_briefing()
    read_twice(asked, briefing, "absent")
    bodies = a_body("Council of towns", "مجلس البلدات"), a_body("Relief committee", "لجنة الإغاثة")
    influences(*bodies)
    a_body(f"{HIDDEN} body", released=False)
    a_term(f"{HIDDEN} term", f"{HIDDEN} مصطلح", released=False)
    a_page(title=f"{HIDDEN} page")
    a_planned_event(f"{HIDDEN} event")
    return Face(
        recommendation=Recommendation.objects.get(pk=asked.pk),
        demand=demand,
        room_news=a_published_page(title="The round in June", voice="room"),
        office_news=a_published_page(title="The office answers", voice="office"),
        about=a_published_page("about", title="About this room"),
        term=a_term(),
        body=bodies[0],
        event=an_announced_event(),
        briefing=briefing,
    )


def a_published_report(
    person: Person, languages: tuple[str, ...] = ("ar", "en"), *, has_statement: bool = False, **details: Any
) -> Edition:
    """Publish the report of a round that somebody took part in, with an adopted statement annexed if asked."""
    meeting = held_meeting(person, **details)
    if has_statement:
        adopted(meeting)
    report = report_adopted(meeting)
    begin_reporting(actor=SYSTEM, round=report.round)
    prepared = prepare_edition(report, 1, list(languages), MultilingualText())
    return publish_report(actor=SYSTEM, report=report, prepared=prepared)
