"""The team decides on a proposed substitute: who it is, or why not."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from supportroom.invitations import actions
from supportroom.invitations.forms import ConfirmForm, RefuseForm
from supportroom.invitations.models import Invitation, Response
from supportroom.invitations.queries import proposal_waiting
from supportroom.invitations.views.finding import invitation_for_team
from supportroom.kernel.errors import DomainError
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.queries import found, persons_visible_to
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.selection.ways import can_be_listed
from supportroom.web.editing import DONE, save

MOST_FOUND = 20


def substitute_confirm(request: Asking, invitation_id: int) -> HttpResponse:
    """Invite who was proposed: somebody of the roll, or a new person."""
    invitation = invitation_for_team(request, invitation_id)
    proposal = _proposal(invitation)
    words = request.GET.get("q", proposal.substitute_name)
    persons = _persons(request, invitation, words)
    names = {key: _told(person) for key, person in persons.items()}
    start = {"person": next(iter(names), ""), "name": proposal.substitute_name}
    form = ConfirmForm(request.POST or None, initial=start, persons=persons, names=names)
    status = save(request, form, actions.confirm_substitute, actor=request.actor, invitation=invitation)
    if status == DONE:
        return redirect("invitations:invitation_detail", form.answer.pk)  # type: ignore[attr-defined]
    context = {"round": invitation.round, "invitation": invitation, "proposal": proposal, "form": form, "words": words}
    context |= {"name": name_for(invitation.person, TEAM)}
    return render(request, "invitations/confirm.html", context, status=status)


def substitute_refuse(request: Asking, invitation_id: int) -> HttpResponse:
    """Do not invite who was proposed, and say why."""
    invitation = invitation_for_team(request, invitation_id)
    proposal = _proposal(invitation)
    form = RefuseForm(request.POST or None)
    status = save(request, form, actions.refuse_substitute, actor=request.actor, invitation=invitation)
    if status == DONE:
        return redirect("invitations:invitation_detail", invitation_id)
    context = {"round": invitation.round, "invitation": invitation, "proposal": proposal, "form": form}
    context |= {"name": name_for(invitation.person, TEAM)}
    return render(request, "invitations/refuse.html", context, status=status)


def _proposal(invitation: Invitation) -> Response:
    """Give the proposal that waits; DomainError `invitations.nobody_proposed`."""
    proposal = proposal_waiting(invitation)
    if proposal is None:
        raise DomainError("invitations.nobody_proposed")
    return proposal


def _persons(request: Asking, invitation: Invitation, words: str) -> dict[str, Person]:
    """Give who fits the words, can be given a place and is not invited yet, the first few; the one chosen in a form
    sent is among them.
    """
    free = persons_visible_to(request.actor).filter(pk__in=can_be_listed(invitation.round).values("pk"))
    free = free.exclude(invitations__round=invitation.round_id)
    chosen = request.POST.get("person", "")
    fitting = list(found(free, words)[:MOST_FOUND]) if words.strip() else []
    fitting += free.filter(pk=int(chosen)) if chosen.isascii() and chosen.isdigit() and len(chosen) < 20 else []
    return {str(person.pk): person for person in fitting}


def _told(person: Person) -> str:
    organisation = f" · {person.organisation.name}" if person.organisation else ""
    return f"{name_for(person, TEAM)}{organisation}"
