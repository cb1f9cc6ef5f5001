"""A round's topics, one topic with its framework, proposing and rewording."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.people.places import place_name
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Round
from supportroom.topics import actions
from supportroom.topics.allowed import in_round, is_open, is_over, with_topic
from supportroom.topics.forms import FrameworkForm, ProposalForm, SearchForm, TranslationForm
from supportroom.topics.models import Call, Topic
from supportroom.topics.offers import first_of, offered_for
from supportroom.topics.queries import (
    call_of,
    found,
    orders_of,
    outcomes_of,
    own_marks,
    ranked,
    topic_visible_to,
    topics_visible_to,
)
from supportroom.topics.views.calls import round_or_missing
from supportroom.topics.views.showing import show_topic
from supportroom.topics.vocabulary import GENDER_ORDERS, TOPIC_TONES
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in

PAGE = 40
BY_MARKS, BY_OUTCOME = "marks", "outcome"


def topic_list(request: Asking, round_id: int) -> HttpResponse:
    """Show the call, the topics by their marks or by what became of them, and what different people put first."""
    round = round_or_missing(request, round_id)
    call, visible = call_of(round), topics_visible_to(request.actor, round)
    ended = is_over(round, call)
    context = {
        "round": round,
        "call": call,
        "is_open": is_open(round, call),
        "is_over": ended,
        "total": visible.count(),
        "own": own_marks(request.actor, round),
        "me": request.actor.person_id,
        "tones": TOPIC_TONES,
        "orders": _orders(call, visible),
        "can": in_round(request.actor, round, call),
        **_asked_for(request, round, visible, BY_OUTCOME if ended else BY_MARKS),
    }
    return render(request, "topics/list.html", context)


def _asked_for(request: Asking, round: Round, visible: QuerySet[Topic], usual: str) -> dict[str, Any]:
    """Give the page of topics that the reader asked for: their words, a state, an order."""
    form = SearchForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"q": "", "state": ""}
    topics = found(visible, asked["q"])
    topics = topics.filter(state=asked["state"]) if asked["state"] else topics
    view = request.GET.get("view", usual)
    ordered = outcomes_of(round).filter(pk__in=topics.values("pk")) if view == BY_OUTCOME else ranked(topics)
    return {
        "form": form,
        "is_narrowed": bool(asked["q"] or asked["state"]),
        "view": view,
        "page": Paginator(ordered, PAGE).get_page(request.GET.get("page")),
    }


def _orders(call: Call | None, visible: Any) -> list[tuple[str, list[Topic]]]:
    """Give the heading of each group's order, with its topics."""
    if call is None or not call.figures:
        return []
    return [
        (str(GENDER_ORDERS[order.name]) if order.kind == "gender" else place_name(order.name), order.topics)
        for order in orders_of(call, visible)
    ]


def topic_detail(request: Asking, topic_id: int) -> HttpResponse:
    """Show a topic."""
    return show_topic(request, topic_visible_to(request.actor, topic_id))


def topic_add(request: Asking, round_id: int) -> HttpResponse:
    """Propose a topic. The button that looks for earlier outcomes orders them by what was typed, and keeps it."""
    round = round_or_missing(request, round_id)
    require(request.actor, "topics.propose_topic", round)
    languages, call = languages_spoken(), call_of(round)
    typed = " ".join(request.POST.get(f"title_{code}", "")[:200] for code in languages)
    offers = first_of(offered_for(request.actor, round, typed), request.POST.getlist("sources"))
    choices = [(each.source, each.label(request.LANGUAGE_CODE)) for each in offers]
    form = ProposalForm(request.POST or None, offered=choices, languages=languages)
    if "look" in request.POST:
        status = 200
        form = ProposalForm(initial=_typed(request, form), offered=choices, languages=languages)
    else:
        status = save(request, form, actions.propose_topic, actor=request.actor, round=round)
    if status == DONE:
        return redirect("topics:topic_detail", form.answer.pk)  # type: ignore[attr-defined]
    fitting = sum(each.fits > 0 for each in offers)
    context = {"round": round, "form": form, "call": call, "is_open": is_open(round, call), "fitting": fitting}
    return render(request, "topics/add.html", context, status=status)


def _typed(request: Asking, form: ProposalForm) -> dict[str, Any]:
    """Give what was typed so far, right or wrong, as a form that was not sent shows it."""
    return {name: field.widget.value_from_datadict(request.POST, {}, name) for name, field in form.fields.items()}


def topic_edit(request: Asking, topic_id: int) -> HttpResponse:
    """Reword a topic's framework; its title too until it is on the agenda, for the team afterwards."""
    topic = topic_visible_to(request.actor, topic_id)
    require(request.actor, "topics.reword_topic", topic)
    retitles = with_topic(request.actor, topic, None)["retitle"]
    return _write(request, topic, FrameworkForm, actions.reword_topic, [] if retitles else ["title"])


def topic_translate(request: Asking, topic_id: int) -> HttpResponse:
    """Translate all words that stand with a topic."""
    topic = topic_visible_to(request.actor, topic_id)
    require(request.actor, "topics.translate_topic", topic)
    return _write(request, topic, TranslationForm, actions.translate_topic, _empty(topic))


def _write(
    request: Asking, topic: Topic, kind: type[FrameworkForm], act: Callable[..., Topic], left_out: list[str]
) -> HttpResponse:
    seen, values = seen_in(request, topic), kind.values_of(topic)
    form = kind(request.POST or None, initial=values, languages=languages_spoken(), leave_out=left_out)
    asked = {"actor": request.actor, "topic": topic, "seen": seen}
    status = save(request, form, act, edits=topic, now=kind.values_of, **asked)
    if status == DONE:
        return redirect("topics:topic_detail", topic.pk)
    context = {"round": topic.round, "topic": topic, "form": form, "translates": kind is TranslationForm}
    context["seen"] = topic.version if status == OVERTAKEN else seen
    return render(request, "topics/edit.html", context, status=status)


def _empty(topic: Topic) -> list[str]:
    """Give the names of the texts that stand empty: there is nothing to translate."""
    return [name for name, text in TranslationForm.values_of(topic).items() if not text]
