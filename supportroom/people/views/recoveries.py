"""Letting somebody in anew who lost password or phone: the team's steps, the person's own stop, the link (S04)."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from supportroom.kernel.actors import VISITOR
from supportroom.kernel.errors import DomainError, Missing
from supportroom.people import actions
from supportroom.people.confirming import must_confirm
from supportroom.people.forms import AnotherPasswordForm
from supportroom.people.middleware import Asking
from supportroom.people.models import Recovery
from supportroom.people.proving import take_turn_with_link
from supportroom.people.queries import recoveries_visible_to, recovery_behind
from supportroom.people.tokens import new_token
from supportroom.people.views.persons import person_or_missing
from supportroom.web.editing import DONE, save


def _recovery_or_missing(request: Asking, person_id: int) -> Recovery:
    recovery = recoveries_visible_to(request.actor).filter(account__person_id=person_id).first()
    if recovery is None:
        raise Missing("kernel.missing")
    return recovery


@must_confirm
@require_POST
def recovery_ask(request: Asking, person_id: int) -> HttpResponse:
    """Ask, as the first of two of the team."""
    person = person_or_missing(request, person_id)
    actions.ask_recovery(actor=request.actor, person=person)
    messages.success(request, _("Now somebody else of the team has to say the same."))
    return redirect("people:person_detail", person_id)


@must_confirm
@require_POST
def recovery_second(request: Asking, person_id: int) -> HttpResponse:
    """Say the same, as the second of two; the day of waiting begins."""
    actions.second_recovery(actor=request.actor, recovery=_recovery_or_missing(request, person_id))
    messages.success(request, _("The day of waiting has begun. The person is told, and can stop it."))
    return redirect("people:person_detail", person_id)


@must_confirm
@require_POST
@sensitive_variables()
def recovery_open(request: Asking, person_id: int) -> HttpResponse:
    """Make the link after the day of waiting and show it, this once."""
    recovery, token = _recovery_or_missing(request, person_id), new_token()
    recovery = actions.open_recovery(actor=request.actor, recovery=recovery, token=token)
    person = recovery.account.person
    with override(person.language):
        link = request.build_absolute_uri(reverse("people:recovery_use", args=[token]))
    return render(request, "people/invited.html", {"person": person, "link": link, "invitation": recovery})


@require_POST
def recovery_stop(request: Asking, person_id: int) -> HttpResponse:
    """Stop it, as the person or as one of the team."""
    recovery = _recovery_or_missing(request, person_id)
    actions.stop_recovery(actor=request.actor, recovery=recovery)
    messages.success(request, _("It is stopped. Nobody gets in by it."))
    is_own = recovery.account_id == request.actor.account_id
    return redirect("people:own_settings") if is_own else redirect("people:person_detail", person_id)


@login_not_required
@sensitive_post_parameters("password")
@sensitive_variables()
def recovery_use(request: HttpRequest, token: str) -> HttpResponse:
    """Let who holds the link choose a new password; says nothing about whom it was made for."""
    try:
        recovery = recovery_behind(token)
    except DomainError as over:
        return render(request, "people/invitation_over.html", {"wording": over.wording})
    form = AnotherPasswordForm(request.POST or None)
    status = save(request, form, _use, recovery=recovery)
    if status != DONE:
        return render(request, "people/recovery_use.html", {"form": form}, status=status)
    messages.success(request, _("Your password is changed. Sign in with it, and set up your phone anew."))
    return redirect("account_login")


@sensitive_variables()
def _use(*, recovery: Recovery, password: str) -> None:
    take_turn_with_link(recovery.digest)
    actions.use_recovery(actor=VISITOR, recovery=recovery, password=password)
