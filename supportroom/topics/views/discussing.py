"""Marks and remarks."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from supportroom.people.middleware import Asking
from supportroom.topics import actions
from supportroom.topics.queries import remark_visible_to, topic_visible_to
from supportroom.topics.views.showing import remark_form, show_topic
from supportroom.web.posting import attempt, submit


@require_POST
def topic_support(request: Asking, topic_id: int) -> HttpResponse:
    """Give a topic a mark."""
    return _mark(request, topic_id, actions.support_topic)


@require_POST
def mark_take_back(request: Asking, topic_id: int) -> HttpResponse:
    """Take a mark back."""
    return _mark(request, topic_id, actions.take_mark_back)


def _mark(request: Asking, topic_id: int, act: Callable[..., Any]) -> HttpResponse:
    topic = topic_visible_to(request.actor, topic_id)
    if errors := attempt(act, actor=request.actor, topic=topic):
        return show_topic(request, topic_visible_to(request.actor, topic_id), errors=errors)
    if "list" in request.POST:
        return redirect("topics:topic_list", topic.round_id)
    return redirect("topics:topic_detail", topic_id)


@require_POST
def remark_add(request: Asking, topic_id: int) -> HttpResponse:
    """Say something about a topic."""
    topic = topic_visible_to(request.actor, topic_id)
    form = remark_form(request, request.POST)
    if submit(form, actions.remark, actor=request.actor, topic=topic):
        answer = redirect("topics:topic_detail", topic_id)
        answer["Location"] += "#remarks"
        return answer
    return show_topic(request, topic, forms={"remark": form})


@require_POST
def remark_remove(request: Asking, remark_id: int) -> HttpResponse:
    """Take a remark out."""
    remark = remark_visible_to(request.actor, remark_id)
    actions.remove_remark(actor=request.actor, remark=remark)
    return redirect("topics:topic_detail", remark.topic_id)
