"""One topic's page, as it is shown first and after a refusal with its reasons and what was typed."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.people.vocabulary import TEAM
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.room.queries import languages_spoken
from supportroom.rounds.vocabulary import PREPARING
from supportroom.topics.forms import ReadingForm, SaidForm
from supportroom.topics.lifecycle import TOPIC
from supportroom.topics.models import Call, Topic
from supportroom.topics.queries import call_of, own_marks, points_of
from supportroom.topics.views.offers import offered_for
from supportroom.topics.vocabulary import (
    LIVE,
    MERGED,
    ON_AGENDA,
    PENDING,
    POINT_TONES,
    SOURCE_KINDS,
    TOPIC_TONES,
    WITHDRAWN,
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
    round, call = topic.round, call_of(topic.round)
    can = _offered(request, topic, call)
    own = own_marks(request.actor, round) if can["support"] else set()
    links = list(topic.links.select_related("earlier_round"))
    offers = offered_for(request.actor, round, topic.title) if can["link"] or links else []
    pages = {each.source.reference: each.source.url for each in offers}
    offers = [each for each in offers if can["link"] and each.source.reference not in {link.source for link in links}]
    context = {
        "round": round,
        "topic": topic,
        "call": call,
        "tone": TOPIC_TONES[topic.state],
        "point_tones": POINT_TONES,
        "can": can,
        "is_mine": topic.proposed_by_id is not None and topic.proposed_by_id == request.actor.person_id,
        "me": request.actor.person_id,
        "supports": topic.pk in own,
        "left": call.marks - len(own) if call else 0,
        "contact": name_for(topic.contact, SAME_ROUND) if topic.contact and can["read_contact"] else None,
        "points": list(points_of(topic)),
        "readings": list(topic.readings.all()),
        "links": [(link, str(SOURCE_KINDS[link.kind]), pages.get(link.source, "")) for link in links],
        "fitting": [each for each in offers if each.fits][:MOST_FITTING],
        "offers": offers,
        "remarks": list(topic.remarks.all()) if can["read_remarks"] else [],
        "merged": list(topic.merged.all()),
        "errors": errors or [],
        "forms": _forms(request, can) | (forms or {}),
    }
    return render(request, "topics/detail.html", context, status=422 if forms or errors else 200)


def _offered(request: Asking, topic: Topic, call: Call | None) -> dict[str, bool]:
    """Tell what the reader may do with the topic now."""
    actor, round, state = request.actor, topic.round, topic.state
    prepared, unpublished = round.state in PREPARING, not round.is_published
    is_open = prepared and call is not None and call.is_open(now())
    lives = prepared and state in LIVE
    team, settles = actor.holds(TEAM), unpublished and may(actor, "topics.defer_topic", topic)
    writes = may(actor, "topics.reword_topic", topic)
    return {
        "support": may(actor, "topics.support_topic", topic) and is_open,
        "remark": may(actor, "topics.remark", topic) and prepared and state not in (MERGED, WITHDRAWN),
        "contribute": may(actor, "topics.contribute_point", topic) and lives,
        "link": may(actor, "topics.link_topic", topic) and lives,
        "write": writes and (lives or (team and unpublished and state not in (MERGED, WITHDRAWN))),
        "read": may(actor, "topics.add_reading", topic) and lives,
        "unlink": writes and prepared,
        "translate": may(actor, "topics.translate_topic", topic) and unpublished,
        "withdraw": may(actor, "topics.withdraw_topic", topic) and prepared and state in PENDING,
        "settle_points": settles,
        "agenda": settles and TOPIC.allows(state, "put_on_agenda"),
        "move": settles and state == ON_AGENDA,
        "defer": settles and TOPIC.allows(state, "defer"),
        "merge": settles and TOPIC.allows(state, "merge"),
        "name_contact": settles and state in LIVE,
        "prepares": team and prepared,
        "read_remarks": may(actor, "topics.read_remarks", round),
        "read_contact": may(actor, "topics.read_contact", round),
        "is_team": team,
    }


def _forms(request: Asking, can: dict[str, bool]) -> dict[str, Any]:
    asked = {"remark": remark_form, "contribute": point_form, "read": reading_form}
    return {name: make(request) for name, make in asked.items() if can[name]}
