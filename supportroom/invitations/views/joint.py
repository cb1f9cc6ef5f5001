"""Declining together: a statement is begun, its link handed on, and each who was invited joins for themselves."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.invitations import actions
from supportroom.invitations.forms import JoinForm, JointForm
from supportroom.invitations.models import Invitation, JointDecline, Signature
from supportroom.invitations.queries import joint_decline_for, signatures_of
from supportroom.invitations.views.answers import answers_seen
from supportroom.invitations.views.finding import own_invitation
from supportroom.invitations.views.invitations import standing_of
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, OVERTAKEN, save


def joint_begin(request: Asking, invitation_id: int) -> HttpResponse:
    """Begin a statement by which several organisations decline."""
    invitation = own_invitation(request, invitation_id)
    start = {"organisation": _organisation(invitation)}
    form = JointForm(request.POST or None, initial=start, languages=languages_spoken())
    asked = {"actor": request.actor, "invitation": invitation, "answers": answers_seen(request)}
    status = save(request, form, actions.begin_joint_decline, edits=invitation, now=lambda _each: {}, **asked)
    if status == DONE:
        return redirect("invitations:joint_detail", form.answer.code)  # type: ignore[attr-defined]
    context = {"form": form, **standing_of(request, invitation)}
    context["seen"] = context["answers"] if status in (200, OVERTAKEN) else answers_seen(request)
    return render(request, "invitations/joint_begin.html", context, status=status)


def joint_detail(request: Asking, code: int) -> HttpResponse:
    """Show a joint statement to whoever was handed its link and is invited; they can join it here."""
    joint, invitation = _found(request, code)
    own = signatures_of(joint).filter(invitation=invitation).first()
    form = JoinForm(request.POST or None, initial=_start(invitation, own))
    asked = {"actor": request.actor, "joint_decline": joint, "invitation": invitation}
    asked["answers"] = answers_seen(request)
    status = save(request, form, actions.join_decline, edits=invitation, now=lambda _each: {}, **asked)
    if status == DONE:
        return redirect("invitations:joint_detail", code)
    context = {"form": form, "joint": joint, "own": own, **_standing(request, joint, invitation)}
    context["seen"] = context["answers"] if status in (200, OVERTAKEN) else answers_seen(request)
    return render(request, "invitations/joint.html", context, status=status)


@require_POST
def joint_wish(request: Asking, code: int) -> HttpResponse:
    """Say whether the statement is to be published: for its first signatory."""
    joint, _invitation = _found(request, code)
    actions.publish_wish(actor=request.actor, joint_decline=joint, is_public=request.POST.get("is_public") == "yes")
    return redirect("invitations:joint_detail", code)


def _found(request: Asking, code: int) -> tuple[JointDecline, Invitation]:
    """Give the statement and the reader's own invitation; Missing for a wrong code and for whoever is not invited."""
    found = joint_decline_for(request.actor, code)
    if found is None:
        raise Missing("kernel.missing")
    return found


def _organisation(invitation: Invitation) -> str:
    return invitation.person.organisation.name if invitation.person.organisation else ""


def _start(invitation: Invitation, own: Signature | None) -> dict[str, object]:
    if own:
        return {"organisation": own.organisation, "may_be_named": own.may_be_named}
    return {"organisation": _organisation(invitation)}


def _standing(request: Asking, joint: JointDecline, invitation: Invitation) -> dict[str, object]:
    """Give where the invitation and the statement stand; names of others are no business of who joins."""
    return {
        **standing_of(request, invitation),
        "joint": joint,
        "signed": signatures_of(joint).count(),
        "may_wish": may(request.actor, "invitations.publish_wish", joint),
        "address": request.build_absolute_uri(request.path),
    }
