"""Answers: by one press on the invitation's page, or with what there is to add on a page of its own.

A refusal shows the same page again with what was typed (422); an answer given meanwhile in another tab is said, and
what was typed can be sent again (409).
"""

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.invitations import actions
from supportroom.invitations.forms import AcceptForm, DeclineForm, SubstituteForm
from supportroom.invitations.models import Invitation
from supportroom.invitations.views.finding import own_invitation
from supportroom.invitations.views.invitations import standing_of
from supportroom.people.middleware import Asking
from supportroom.web.editing import DONE, OVERTAKEN, save


def accept(request: Asking, invitation_id: int) -> HttpResponse:
    """Accept, with what one needs in order to come."""
    invitation = own_invitation(request, invitation_id)
    asked = [(each.kind, each.note) for each in invitation.support_requests.all()]
    form = AcceptForm(request.POST or None, initial=AcceptForm.values_of(asked))
    return answered(request, invitation, form, actions.accept, "invitations/accept.html")


def decline(request: Asking, invitation_id: int) -> HttpResponse:
    """Decline, with a reason or without."""
    invitation = own_invitation(request, invitation_id)
    form = DeclineForm(request.POST or None)
    return answered(request, invitation, form, actions.decline, "invitations/decline.html")


def substitute_propose(request: Asking, invitation_id: int) -> HttpResponse:
    """Say who could come instead."""
    invitation = own_invitation(request, invitation_id)
    form = SubstituteForm(request.POST or None)
    return answered(request, invitation, form, actions.propose_substitute, "invitations/propose.html")


def answered(
    request: Asking, invitation: Invitation, form: Form, act: Callable[..., Any], template: str, **fixed: Any
) -> HttpResponse:
    """Answer by this form: to the invitation when it is done, else the form's page with its status."""
    asked = {"actor": request.actor, "invitation": invitation, "answers": answers_seen(request), **fixed}
    status = save(request, form, act, edits=invitation, now=lambda _invitation: {}, **asked)
    if status == DONE:
        return redirect("invitations:invitation_detail", invitation.pk)
    context = {"form": form, **standing_of(request, invitation)}
    context["seen"] = context["answers"] if status in (200, OVERTAKEN) else answers_seen(request)
    return render(request, template, context, status=status)


def answers_seen(request: Asking) -> int:
    """Give how many answers the form's writer had seen: none where the form does not say."""
    word = request.POST.get("seen", "")
    return int(word) if word.isascii() and word.isdigit() and len(word) < 10 else 0
