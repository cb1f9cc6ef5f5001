"""Planning, opening and closing a session."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND
from supportroom.room.queries import languages_spoken
from supportroom.rounds import actions
from supportroom.rounds.attendance import checked_in_for
from supportroom.rounds.forms import BegunSessionForm, OpenSessionForm, SessionForm
from supportroom.rounds.models import Session
from supportroom.rounds.queries import (
    choosable_for,
    groups_of,
    participants_of_session,
    sessions_visible_to,
)
from supportroom.rounds.views.rounds import round_or_missing
from supportroom.rounds.vocabulary import PLANNED
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in


def session_or_missing(request: Asking, session_id: int) -> Session:
    """Give a session that the reader may see; Missing otherwise."""
    found = sessions_visible_to(request.actor).filter(pk=session_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def session_add(request: Asking, round_id: int) -> HttpResponse:
    """Plan a session."""
    round = round_or_missing(request, round_id)
    require(request.actor, "rounds.add_session", round)
    groups = list(groups_of(round))
    start = {"day": round.starts_on, "group": str(groups[0].pk) if len(groups) == 1 else ""}
    start |= {"interpretation": round.interpretation}
    form = SessionForm(request.POST or None, initial=start, round=round, groups=groups, languages=languages_spoken())
    status = save(request, form, actions.add_session, actor=request.actor, round=round)
    if status == DONE:
        return redirect("programme:programme", round_id)
    return render(request, "rounds/session_form.html", {"form": form, "round": round, "session": None}, status=status)


def session_edit(request: Asking, session_id: int) -> HttpResponse:
    """Change a planned session, or the title of one that has begun."""
    session = session_or_missing(request, session_id)
    require(request.actor, "rounds.amend_session", session)
    seen, kind = seen_in(request, session), SessionForm if session.state == PLANNED else BegunSessionForm
    more: dict[str, Any] = {"round": session.round, "groups": groups_of(session.round)} if kind is SessionForm else {}
    form = kind(request.POST or None, initial=kind.values_of(session), languages=languages_spoken(), **more)
    asked = {"actor": request.actor, "session": session, "seen": seen}
    status = save(request, form, actions.amend_session, edits=session, now=kind.values_of, **asked)
    if status == DONE:
        return redirect("programme:programme", session.round_id)
    context = {"form": form, "round": session.round, "session": session}
    context["seen"] = session.version if status == OVERTAKEN else seen
    return render(request, "rounds/session_form.html", context, status=status)


@require_POST
def session_remove(request: Asking, session_id: int) -> HttpResponse:
    """Take a planned session out of the programme."""
    session = session_or_missing(request, session_id)
    actions.remove_session(actor=request.actor, session=session)
    return redirect("programme:programme", session.round_id)


def session_open(request: Asking, session_id: int) -> HttpResponse:
    """Open a session with the facilitator and the rapporteur whom it chose."""
    session = session_or_missing(request, session_id)
    require(request.actor, "rounds.open_session", session)
    if session.state != PLANNED:
        return redirect("points:board", session_id)
    persons = {str(person.pk): person for person in choosable_for(session)}
    names = {key: name_for(person, SAME_ROUND) for key, person in persons.items()}
    expected, came = participants_of_session(session).count(), checked_in_for(session)
    start = {"facilitator": str(request.actor.person_id), "present": came or expected or None}
    form = OpenSessionForm(request.POST or None, initial=start, persons=persons, names=names)
    status = save(request, form, actions.open_session, actor=request.actor, session=session)
    if status == DONE:
        return redirect("points:board", session_id)
    context = {"form": form, "round": session.round, "session": session, "expected": expected, "came": came}
    return render(request, "rounds/session_open.html", context, status=status)


def session_close(request: Asking, session_id: int) -> HttpResponse:
    """Ask whether to close a session for good, and close it."""
    session = session_or_missing(request, session_id)
    require(request.actor, "rounds.close_session", session)
    if request.method == "POST":
        actions.close_session(actor=request.actor, session=session)
        return redirect("points:board", session_id)
    if not session.is_open:
        return redirect("points:board", session_id)
    return render(request, "rounds/session_close.html", {"round": session.round, "session": session})
