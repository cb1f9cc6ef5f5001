"""Who speaks for a statement, when it was delivered, and what was replied."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.protection.actions import give_consent, withdraw_consent
from supportroom.rounds.queries import sessions_visible_to
from supportroom.rounds.vocabulary import PLANNED
from supportroom.statements import actions
from supportroom.statements.forms import DeliveryForm, ReplyForm, SpokespersonForm
from supportroom.statements.models import Reply, Spokesperson, Statement
from supportroom.statements.people import can_speak
from supportroom.statements.queries import languages_of, statement_of
from supportroom.statements.views.answering import attempt, framed, posted
from supportroom.web.editing import DONE, save, seen_in

CONSENT = {"agree": give_consent, "withdraw": withdraw_consent}


def spokesperson_add(request: Asking, statement_id: int) -> HttpResponse:
    """Choose who speaks for a statement."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.name_spokesperson", statement)
    form = SpokespersonForm(posted(request), persons=can_speak(statement))
    status = save(request, form, actions.name_spokesperson, actor=request.actor, statement=statement)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement}
    return render(request, "statements/spokesperson.html", context, status=status)


@require_POST
def spokesperson_remove(request: Asking, statement_id: int, spokesperson_id: int) -> HttpResponse:
    """Take a spokesperson off: by the writers, or by themselves."""
    statement = statement_of(request.actor, statement_id)
    attempt(request, actions.remove_spokesperson, spokesperson=_spokesperson(statement, pk=spokesperson_id))
    return redirect("statements:statement_detail", statement_id)


@require_POST
def consent_change(request: Asking, statement_id: int, verb: str) -> HttpResponse:
    """Agree to be named as a spokesperson, or take it back: each for themselves (S17)."""
    statement = statement_of(request.actor, statement_id)
    if verb not in CONSENT:
        raise Missing("kernel.missing")
    own = _spokesperson(statement, person_id=request.actor.person_id)
    attempt(request, CONSENT[verb], person=own.person, thing=statement)
    return redirect("statements:statement_detail", statement_id)


def _spokesperson(statement: Statement, **wanted: Any) -> Spokesperson:
    found = Spokesperson.objects.filter(statement=statement, **wanted).select_related("statement", "person").first()
    if found is None:
        raise Missing("kernel.missing")
    return found


def statement_deliver(request: Asking, statement_id: int) -> HttpResponse:
    """Say in which session a statement was delivered."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.deliver_statement", statement)
    sessions = sessions_visible_to(request.actor).filter(round=statement.round_id).exclude(state=PLANNED)
    form = DeliveryForm(posted(request), sessions=sessions, language=request.LANGUAGE_CODE)
    status = save(request, form, actions.deliver_statement, actor=request.actor, statement=statement)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement}
    return render(request, "statements/deliver.html", context, status=status)


def reply_add(request: Asking, statement_id: int) -> HttpResponse:
    """Keep what the addressee replied."""
    statement = statement_of(request.actor, statement_id)
    require(request.actor, "statements.record_reply", statement)
    form = ReplyForm(posted(request), languages=languages_of(statement.round))
    status = save(request, form, actions.record_reply, actor=request.actor, statement=statement)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement, "seen": None}
    return render(request, "statements/reply.html", context, status=status)


def reply_edit(request: Asking, statement_id: int, reply_id: int) -> HttpResponse:
    """Correct or translate a reply."""
    statement = statement_of(request.actor, statement_id)
    reply = Reply.objects.filter(pk=reply_id, statement=statement).select_related("statement").first()
    if reply is None:
        raise Missing("kernel.missing")
    require(request.actor, "statements.reword_reply", reply)
    form = ReplyForm(posted(request), languages=languages_of(statement.round), initial=_reply_values(reply))
    fixed = {"actor": request.actor, "reply": reply, "seen": seen_in(request, reply)}
    status = save(request, form, actions.reword_reply, edits=reply, now=_reply_values, **fixed)
    if status == DONE:
        return redirect("statements:statement_detail", statement_id)
    context = {**framed(request, statement), "form": form, "statement": statement, "seen": reply.version}
    return render(request, "statements/reply.html", context, status=status)


def _reply_values(reply: Reply) -> dict[str, Any]:
    return {"by": reply.by, "content": reply.content, "received_on": reply.received_on}
