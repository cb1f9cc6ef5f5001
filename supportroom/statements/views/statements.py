"""A round's statements, one statement's page, and the steps of its life."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.points.actions import open_check
from supportroom.points.queries import points_visible_to
from supportroom.rounds.queries import groups_of, participant_of
from supportroom.statements import actions
from supportroom.statements.asking import subject_of
from supportroom.statements.forms import NameForm, StartForm
from supportroom.statements.models import Statement
from supportroom.statements.people import speakers_of, writers_of
from supportroom.statements.queries import (
    asked_in,
    items_of,
    languages_of,
    numbered,
    open_sessions_for,
    statement_of,
    statements_visible_to,
)
from supportroom.statements.views.answering import attempt, framed, posted, round_or_missing
from supportroom.statements.vocabulary import DRAFTING, READ_BACK, STATEMENT_NEXT, STATEMENT_STATES, TONES
from supportroom.texts.queries import removed_from, sides_of
from supportroom.web.editing import DONE, save, seen_in

STEPS = {
    "volunteer": actions.volunteer,
    "step-down": actions.step_down,
    "read-back": actions.read_back_statement,
    "take-back": actions.take_back_statement,
    "adopt": actions.adopt_statement,
}


def statement_list(request: Asking, round_id: int) -> HttpResponse:
    """List a round's statements that the reader may read."""
    round_ = round_or_missing(request, round_id)
    context = {
        "round": round_,
        "statements": list(statements_visible_to(request.actor).filter(round=round_)),
        "states": STATEMENT_STATES,
        "tones": TONES,
        "may_start": round_.can_meet and may(request.actor, "statements.start_statement", round_),
    }
    return render(request, "statements/list.html", context)


def statement_start(request: Asking, round_id: int) -> HttpResponse:
    """Begin a statement."""
    round_ = round_or_missing(request, round_id)
    require(request.actor, "statements.start_statement", round_)
    own = participant_of(request.actor, round_)
    groups = [own.group] if own and own.group else list(groups_of(round_))
    whole = not (own and own.group)
    form = StartForm(posted(request), languages=languages_of(round_), groups=groups, whole=whole)
    status = save(request, form, actions.start_statement, actor=request.actor, round=round_)
    if status == DONE:
        return redirect("statements:statement_detail", form.answer.pk)  # type: ignore[attr-defined]
    return render(request, "statements/start.html", {"round": round_, "form": form}, status=status)


def statement_detail(request: Asking, statement_id: int) -> HttpResponse:
    """Show a statement: its items in all languages, what they rest on, where it stands, who writes and who speaks."""
    statement = statement_of(request.actor, statement_id)
    can = _can(request, statement)
    languages = languages_of(statement.round)
    context = {
        **framed(request, statement),
        "statement": statement,
        "rows": _rows(statement, languages, can, _points_seen(statement, request.actor)),
        "removed": removed_from(statement.text) if can["write"] else [],
        "names": sides_of(statement.title, languages),
        "addressees": sides_of(statement.addressee, languages),
        "state": STATEMENT_STATES[statement.state],
        "tone": TONES[statement.state],
        "next": STATEMENT_NEXT[statement.state],
        "can": can,
        "writers": writers_of(statement, request.actor),
        "speakers": speakers_of(statement, request.actor),
        "replies": [(reply, sides_of(reply.content, languages)) for reply in statement.replies.all()],
        "sessions": [s for s in can["asking"] if may(request.actor, "points.open_check", s)],
        "asked": asked_in(statement) if statement.state == READ_BACK else [],
    }
    return render(request, "statements/detail.html", context)


def _points_seen(statement: Statement, actor: Actor) -> set[int]:
    """Give the points under a statement that the reader sees besides: an addressee reads the statement alone."""
    used = points_visible_to(actor).filter(used_in__paragraph__text=statement.text_id)
    return set(used.values_list("pk", flat=True))


def _rows(
    statement: Statement, languages: dict[str, str], can: dict[str, Any], points: set[int]
) -> list[dict[str, Any]]:
    rows = numbered(items_of(statement))
    edit = can["reword"]
    return [
        {
            "number": number,
            "paragraph": paragraph,
            "is_first": place == 0,
            "is_last": place == len(rows) - 1,
            "sides": sides_of(paragraph.content, languages),
            "sources": [source for source in paragraph.sources.all() if source.point_id in points],
            "edit": reverse("statements:item_edit", args=[statement.pk, paragraph.pk]) if edit else "",
        }
        for place, (number, paragraph) in enumerate(rows)
    ]


def _can(request: Asking, statement: Statement) -> dict[str, Any]:
    """Tell what the reader may do with the statement now."""
    actor = request.actor
    writes = may(actor, "statements.name_statement", statement)
    adopts = may(actor, "statements.adopt_statement", statement)
    delivers = may(actor, "statements.deliver_statement", statement)
    is_frozen = statement.state == READ_BACK
    return {
        "write": writes and statement.state == DRAFTING,
        "speak": writes,
        "reword": may(actor, "statements.reword_item", statement),
        "volunteer": may(actor, "statements.volunteer", statement) and statement.state == DRAFTING,
        "take_back": writes and is_frozen,
        "adopt": adopts and is_frozen,
        "deliver": delivers,
        "reply": delivers,
        "asking": open_sessions_for(statement) if is_frozen else [],
    }


def statement_name(request: Asking, statement_id: int) -> HttpResponse:
    """Change title and addressee in any of the languages."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.name_statement", statement)
    form = NameForm(posted(request), languages=languages_of(statement.round), initial=_names(statement))
    seen = seen_in(request, statement)
    fixed = {"actor": request.actor, "statement": statement, "seen": seen}
    status = save(request, form, actions.name_statement, edits=statement, now=_names, **fixed)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement, "seen": statement.version}
    return render(request, "statements/name.html", context, status=status)


def _names(statement: Statement) -> dict[str, Any]:
    return {"title": statement.title, "addressee": statement.addressee}


@require_POST
def statement_step(request: Asking, statement_id: int, verb: str) -> HttpResponse:
    """Volunteer or step down; read back, take back, adopt."""
    statement = statement_of(request.actor, statement_id)
    if verb not in STEPS:
        raise Missing("kernel.missing")
    attempt(request, STEPS[verb], statement=statement)
    return redirect("statements:statement_detail", statement_id)


@require_POST
def statement_ask(request: Asking, statement_id: int, session_id: int) -> HttpResponse:
    """Ask the group, in an open session, whether it adopts the statement as it was read back."""
    statement = statement_of(request.actor, statement_id)
    session = next((found for found in open_sessions_for(statement) if found.pk == session_id), None)
    if session is None or statement.state != READ_BACK:
        raise Missing("kernel.missing")
    attempt(request, open_check, session=session, subjects=[subject_of(statement)])
    return redirect("points:board", session_id)
