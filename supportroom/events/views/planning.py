"""The pages on which the team plans, announces and calls off public events."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from supportroom.events import actions
from supportroom.events.forms import CallOffForm, EventForm
from supportroom.events.lifecycle import EVENT
from supportroom.events.models import PublicEvent
from supportroom.events.queries import event_of, events_visible_to
from supportroom.events.vocabulary import PRESS_CONFERENCE, TONES
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.room.queries import charter, languages_spoken
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PUBLISHED
from supportroom.web.editing import DONE, save, seen_in
from supportroom.web.posting import attempt


@require_safe
def plan_list(request: Asking) -> HttpResponse:
    """List all events with their states."""
    require(request.actor, "events.read_plans")
    return _list(request)


def _list(request: Asking, errors: list[str] | None = None) -> HttpResponse:
    events = [
        (event, {verb for verb in EVENT.verbs if EVENT.allows(event.state, verb)})
        for event in events_visible_to(request.actor)
    ]
    context = {"events": events, "tones": TONES, "errors": errors or []}
    return render(request, "events/plans.html", context, status=422 if errors else 200)


def event_plan(request: Asking) -> HttpResponse:
    """Plan an event."""
    require(request.actor, "events.plan_event")
    form = EventForm(
        request.POST or None,
        languages=languages_spoken(),
        rounds=_rounds(),
        initial={"kind": PRESS_CONFERENCE, "time_zone": charter().time_zone},
    )
    status = save(request, form, actions.plan_event, actor=request.actor)
    if status == DONE:
        return redirect("events:plan_list")
    return render(request, "events/edit.html", {"form": form, "event": None, "seen": None}, status=status)


def event_amend(request: Asking, public_event_id: int) -> HttpResponse:
    """Change an event that is planned or announced."""
    event = event_of(request.actor, public_event_id)
    values = EventForm.values_of(event)
    form = EventForm(request.POST or None, languages=languages_spoken(), rounds=_rounds(), initial=values)
    given = {"actor": request.actor, "event": event, "seen": seen_in(request, event)}
    status = save(request, form, actions.amend_event, edits=event, now=EventForm.values_of, **given)
    if status == DONE:
        return redirect("events:plan_list")
    return render(request, "events/edit.html", {"form": form, "event": event, "seen": event.version}, status=status)


@require_POST
def event_announce(request: Asking, public_event_id: int) -> HttpResponse:
    """Let the public read of an event."""
    return _step(request, event_of(request.actor, public_event_id), "announce")


@require_POST
def event_held(request: Asking, public_event_id: int) -> HttpResponse:
    """Say that an event took place."""
    return _step(request, event_of(request.actor, public_event_id), "hold")


def _step(request: Asking, event: PublicEvent, verb: str) -> HttpResponse:
    act = {"announce": actions.announce_event, "hold": actions.say_held}[verb]
    if errors := attempt(act, actor=request.actor, event=event):
        return _list(request, errors)
    return redirect("events:plan_list")


def event_call_off(request: Asking, public_event_id: int) -> HttpResponse:
    """Call an event off, with the reason."""
    event = event_of(request.actor, public_event_id)
    require(request.actor, "events.call_off_event", event)
    form = CallOffForm(request.POST or None, languages=languages_spoken())
    status = save(request, form, actions.call_off_event, actor=request.actor, event=event)
    if status == DONE:
        return redirect("events:plan_list")
    return render(request, "events/edit.html", {"form": form, "event": event, "seen": None}, status=status)


def _rounds() -> list[Round]:
    return list(Round.objects.filter(state=PUBLISHED))
