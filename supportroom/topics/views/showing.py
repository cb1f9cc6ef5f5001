"""One topic's page, as it is shown first and after a refusal with its reasons and what was typed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.room.queries import languages_spoken
from supportroom.topics.allowed import with_topic
from supportroom.topics.forms import ReadingForm, SaidForm
from supportroom.topics.models import Call, Topic
from supportroom.topics.offers import first_of, offered_for
from supportroom.topics.queries import call_of, own_marks, points_of
from supportroom.topics.vocabulary import (
    POINT_TONES,
    SOURCE_KINDS,
    TOPIC_TONES,
)

MOST_FITTING = 3


def remark_form(request: Asking, *args: Any) -> SaidForm:
    """Give the form for a remark."""
    return SaidForm(*args, languages=languages_spoken(), longest=3000, label=_("Your remark"), prefix="remark")


def point_form(request: Asking, *args: Any) -> SaidForm:
    """Give the form for a discussion point."""
    return SaidForm(
        *args, languages=languages_spoken(), longest=1000, label=_("What should be discussed"), rows=2, prefix="point"
    )


def reading_form(request: Asking, *args: Any) -> ReadingForm:
    """Give the form for a title to read."""
    return ReadingForm(*args, languages=languages_spoken(), prefix="reading")


def show_topic(
    request: Asking, topic: Topic, *, forms: dict[str, Any] | None = None, errors: list[str] | None = None
) -> HttpResponse:
    """Answer with a topic's page; after a refusal with status 422."""
    call = call_of(topic.round)
    can = with_topic(request.actor, topic, call)
    context = {
        "round": topic.round,
        "topic": topic,
        "call": call,
        "can": can,
        "tone": TOPIC_TONES[topic.state],
        "point_tones": POINT_TONES,
        "me": request.actor.person_id,
        "is_mine": topic.proposed_by_id is not None and topic.proposed_by_id == request.actor.person_id,
        "contact": _contact(request, topic, can),
        "errors": errors or [],
        "forms": _forms(request, can) | (forms or {}),
        **_support(request, topic, call, can),
        **_parts(topic, can),
        **_links(request, topic, can),
    }
    return render(request, "topics/detail.html", context, status=422 if forms or errors else 200)


def _contact(request: Asking, topic: Topic, can: dict[str, bool]) -> str:
    """Give the contact person's name, to themselves too; nothing for who may not read it."""
    is_me = topic.contact_id is not None and topic.contact_id == request.actor.person_id
    return name_for(topic.contact, SAME_ROUND) if topic.contact and (is_me or can["read_contact"]) else ""


def _support(request: Asking, topic: Topic, call: Call | None, can: dict[str, bool]) -> dict[str, Any]:
    own = own_marks(request.actor, topic.round) if can["support"] else set()
    return {"supports": topic.pk in own, "left": call.marks - len(own) if call else 0}


def _parts(topic: Topic, can: dict[str, bool]) -> dict[str, Any]:
    return {
        "points": list(points_of(topic)),
        "readings": list(topic.readings.all()),
        "remarks": list(topic.remarks.all()) if can["read_remarks"] else [],
        "merged": list(topic.merged.all()),
    }


def _links(request: Asking, topic: Topic, can: dict[str, bool]) -> dict[str, Any]:
    """Give what is linked, with its page as long as it is offered to the reader, and what could be linked."""
    links = list(topic.links.select_related("earlier_round"))
    known = offered_for(request.actor, topic.round, topic.title) if can["link"] or links else []
    pages = {each.source.reference: each.source.url for each in known}
    linked = {link.source for link in links}
    offers = first_of([each for each in known if can["link"] and each.source.reference not in linked])
    return {
        "links": [(link, str(SOURCE_KINDS[link.kind]), pages.get(link.source, "")) for link in links],
        "fitting": [each for each in offers if each.fits][:MOST_FITTING],
        "offers": offers,
    }


def _forms(request: Asking, can: dict[str, bool]) -> dict[str, Any]:
    asked = {"remark": remark_form, "contribute": point_form, "read": reading_form}
    return {name: make(request) for name, make in asked.items() if can[name]}
