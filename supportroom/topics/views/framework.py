"""Discussion points, reading, links to what earlier rounds left open."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.topics import actions
from supportroom.topics.forms import PointForm, SettleForm
from supportroom.topics.lifecycle import DISCUSSION_POINT
from supportroom.topics.models import DiscussionPoint
from supportroom.topics.queries import (
    link_visible_to,
    point_visible_to,
    points_of,
    reading_visible_to,
    topic_visible_to,
)
from supportroom.topics.sources import Source, still_open
from supportroom.topics.views.showing import point_form, reading_form, show_topic
from supportroom.topics.vocabulary import POINT_MERGED
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.posting import attempt, submit


@require_POST
def point_add(request: Asking, topic_id: int) -> HttpResponse:
    """Contribute a discussion point."""
    topic = topic_visible_to(request.actor, topic_id)
    form = point_form(request, request.POST)
    if submit(form, actions.contribute_point, actor=request.actor, topic=topic):
        return redirect("topics:topic_detail", topic_id)
    return show_topic(request, topic, forms={"contribute": form})


def point_edit(request: Asking, discussion_point_id: int) -> HttpResponse:
    """Reword or translate a discussion point."""
    point = point_visible_to(request.actor, discussion_point_id)
    require(request.actor, "topics.reword_point", point)
    seen = seen_in(request, point)
    form = PointForm(request.POST or None, initial=_words(point), languages=languages_spoken())
    asked = {"actor": request.actor, "point": point, "seen": seen}
    status = save(request, form, actions.reword_point, edits=point, now=_words, **asked)
    if status == DONE:
        return redirect("topics:topic_detail", point.topic_id)
    context = {"round": point.topic.round, "topic": point.topic, "form": form}
    context["seen"] = point.version if status == OVERTAKEN else seen
    return render(request, "topics/point_edit.html", context, status=status)


def _words(point: DiscussionPoint) -> dict[str, Any]:
    return {"text": point.text}


def point_settle(request: Asking, discussion_point_id: int) -> HttpResponse:
    """Say what became of a discussion point."""
    require(request.actor, "topics.settle_point")
    point = point_visible_to(request.actor, discussion_point_id)
    verbs = [verb for verb in DISCUSSION_POINT.verbs if DISCUSSION_POINT.allows(point.state, verb)]
    others = points_of(point.topic).exclude(pk=point.pk).exclude(state=POINT_MERGED)
    form = SettleForm(
        request.POST or None,
        verbs=verbs,
        points=others,
        languages=languages_spoken(),
        initial={"reason": point.reason},
    )
    status = save(request, form, actions.settle_point, actor=request.actor, point=point)
    if status == DONE:
        return redirect("topics:topic_detail", point.topic_id)
    context = {"round": point.topic.round, "topic": point.topic, "point": point, "form": form}
    return render(request, "topics/point_settle.html", context, status=status)


@require_POST
def point_remove(request: Asking, discussion_point_id: int) -> HttpResponse:
    """Take one's own discussion point back."""
    point = point_visible_to(request.actor, discussion_point_id)
    actions.remove_point(actor=request.actor, point=point)
    return redirect("topics:topic_detail", point.topic_id)


@require_POST
def reading_add(request: Asking, topic_id: int) -> HttpResponse:
    """Put a title on the reading list."""
    topic = topic_visible_to(request.actor, topic_id)
    form = reading_form(request, request.POST)
    if submit(form, actions.add_reading, actor=request.actor, topic=topic):
        return redirect("topics:topic_detail", topic_id)
    return show_topic(request, topic, forms={"read": form})


@require_POST
def reading_remove(request: Asking, reading_id: int) -> HttpResponse:
    """Take a title off the reading list."""
    reading = reading_visible_to(request.actor, reading_id)
    actions.remove_reading(actor=request.actor, reading=reading)
    return redirect("topics:topic_detail", reading.topic_id)


@require_POST
def link_add(request: Asking, topic_id: int) -> HttpResponse:
    """Link a topic to an earlier outcome that is still open."""
    topic = topic_visible_to(request.actor, topic_id)
    reference = request.POST.get("source", "")
    offered = {source.reference: source for source in still_open(request.actor, topic.round)}
    source = offered.get(reference) or Source(reference[:80], "", topic.title, topic.round_id)
    if errors := attempt(actions.link_topic, actor=request.actor, topic=topic, source=source):
        return show_topic(request, topic_visible_to(request.actor, topic_id), errors=errors)
    return redirect("topics:topic_detail", topic_id)


@require_POST
def link_remove(request: Asking, topic_link_id: int) -> HttpResponse:
    """Take a link away."""
    link = link_visible_to(request.actor, topic_link_id)
    actions.unlink_topic(actor=request.actor, link=link)
    return redirect("topics:topic_detail", link.topic_id)
