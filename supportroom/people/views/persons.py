"""The roll for the team, one's own settings, and the way in for who holds an invitation."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from supportroom.kernel.actors import VISITOR
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may, require
from supportroom.people import actions
from supportroom.people.confirming import must_confirm
from supportroom.people.forms import AcceptForm, NameForm, PersonForm, ReadingForm, RoleForm
from supportroom.people.joining import ask_to_join, joining_waits, needs_another
from supportroom.people.middleware import Asking
from supportroom.people.models import AccountInvitation, Person
from supportroom.people.proving import take_turn_with_link
from supportroom.people.queries import (
    found,
    invitation_behind,
    pending_invitation,
    persons_visible_to,
    profile_of,
    recoveries_visible_to,
    what_is_said,
)
from supportroom.people.tokens import new_token
from supportroom.people.vocabulary import ROLES
from supportroom.web.editing import DONE, OVERTAKEN, REFUSED, save, seen_in
from supportroom.web.limits import limited

PER_PAGE = 50


def person_or_missing(request: Asking, person_id: int) -> Person:
    """Give a person whom the reader may see on the roll; Missing otherwise."""
    person = persons_visible_to(request.actor).filter(pk=person_id).first()
    if person is None or not may(request.actor, "people.read_roll"):
        raise Missing("kernel.missing")
    return person


@must_confirm
def person_list(request: Asking) -> HttpResponse:
    """Show the roll, fifty at a time, or who is found by a word."""
    require(request.actor, "people.read_roll")
    words = request.GET.get("find", "").strip()
    page = Paginator(found(persons_visible_to(request.actor), words), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "words": words, "role_names": ROLES}
    return render(request, "people/list.html", context)


@must_confirm
def person_add(request: Asking) -> HttpResponse:
    """Add somebody to the roll."""
    require(request.actor, "people.add_person")
    form = PersonForm(request.POST or None)
    status = save(request, form, actions.add_person, actor=request.actor)
    if status == DONE:
        person: Person = form.answer  # type: ignore[attr-defined]
        if set(form.cleaned_data["roles"]) - set(person.roles):
            _say_it_is_asked(request)
        return redirect("people:person_detail", person.pk)
    return render(request, "people/person_add.html", {"form": form}, status=status)


def _say_it_is_asked(request: Asking) -> None:
    messages.success(request, _("Another of the team has to approve within 24 hours that this person joins it."))


def person_detail(request: Asking, person_id: int) -> HttpResponse:
    """Show somebody on the roll: name, roles, and whether they can sign in."""
    person = person_or_missing(request, person_id)
    seen = seen_in(request, person)
    form = NameForm(request.POST or None, initial=NameForm.values_of(person))
    asked = {"actor": request.actor, "person": person, "seen": seen}
    status = save(request, form, actions.amend_person, edits=person, now=NameForm.values_of, **asked)
    if status == DONE:
        return redirect("people:person_detail", person_id)
    context = {"form": form, "person": person, "seen": person.version if status == OVERTAKEN else seen}
    asks = {role for role in ROLES if needs_another(request.actor, role)}
    context |= {"roles": [(role, name, role in person.roles, role in asks) for role, name in ROLES.items()]}
    context |= {"joining_waits": joining_waits(person)}
    context |= {"pending": pending_invitation(person), "has_account": hasattr(person, "account")}
    context |= {"said": what_is_said(profile_of(person.pk)), "way_back": way_back(request, person)}
    return render(request, "people/person_detail.html", context, status=status)


def way_back(request: Asking, person: Person) -> dict[str, Any]:
    """Give how letting somebody in anew stands: the recovery or None, and whether the reader may take its next step."""
    recovery = recoveries_visible_to(request.actor).filter(account__person=person).first()
    is_other = recovery is not None and recovery.asked_by_id != request.actor.person_id
    is_due = recovery is not None and recovery.opens_at is not None and recovery.opens_at <= now()
    is_oneself = person.pk == request.actor.person_id
    return {"recovery": recovery, "is_other": is_other, "is_due": is_due, "is_oneself": is_oneself}


@must_confirm
@require_POST
def role_change(request: Asking, person_id: int, verb: str) -> HttpResponse:
    """Give or take a role, or ask another of the team for one that takes two."""
    person = person_or_missing(request, person_id)
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise DomainError("people.unknown_role")
    role = form.cleaned_data["role"]
    if verb == "take":
        actions.take_role(actor=request.actor, person=person, role=role)
    elif needs_another(request.actor, role):
        ask_to_join(actor=request.actor, person=person)
        _say_it_is_asked(request)
    else:
        actions.give_role(actor=request.actor, person=person, role=role)
    return redirect("people:person_detail", person_id)


@must_confirm
@require_POST
@sensitive_variables()
@limited("invitations")
def person_invite(request: Asking, person_id: int) -> HttpResponse:
    """Open a way to an account and show its link, this once."""
    person = person_or_missing(request, person_id)
    token = new_token()
    invitation = actions.invite_person(actor=request.actor, person=person, token=token)
    with override(person.language):
        link = request.build_absolute_uri(reverse("people:invitation_accept", args=[token]))
    return render(request, "people/invited.html", {"person": person, "link": link, "invitation": invitation})


@login_not_required
@sensitive_post_parameters("password")
@sensitive_variables()
def invitation_accept(request: HttpRequest, token: str) -> HttpResponse:
    """Let who holds the link choose what to sign in with; says nothing about whom it was made for."""
    try:
        invitation = invitation_behind(token)
    except DomainError as over:
        return render(request, "people/invitation_over.html", {"wording": over.wording})
    form = AcceptForm(request.POST or None)
    status = save(request, form, _accept, invitation=invitation)
    if status == DONE:
        messages.success(request, _("Your account is ready. Sign in with what you have just chosen."))
        return redirect("account_login")
    context = {"form": form, "is_refused": status == REFUSED}
    return render(request, "people/invitation_accept.html", context, status=status)


@sensitive_variables()
def _accept(*, invitation: AccountInvitation, email: str, password: str) -> None:
    take_turn_with_link(invitation.digest)
    actions.accept_invitation(actor=VISITOR, invitation=invitation, email=email, password=password)


def own_settings(request: Asking) -> HttpResponse:
    """Set the language and the clock one reads by."""
    person = persons_visible_to(request.actor).get(pk=request.actor.person_id or 0)
    form = ReadingForm(request.POST or None, initial=ReadingForm.values_of(person))
    status = save(request, form, actions.set_language, actor=request.actor, person=person)
    if status == DONE:
        with override(form.cleaned_data["language"]):
            return redirect("people:own_settings")
    recovery = recoveries_visible_to(request.actor).filter(account__person=person).first()
    return render(request, "people/own_settings.html", {"form": form, "recovery": recovery}, status=status)
