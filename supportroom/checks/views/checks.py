"""A members' check: read, answered, taken back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.checks import actions
from supportroom.checks.forms import AnswerForm, WithdrawForm
from supportroom.checks.hearing import can_be_withdrawn
from supportroom.checks.models import MembersCheck
from supportroom.checks.queries import check_of
from supportroom.checks.showing import shown
from supportroom.checks.vocabulary import OPEN
from supportroom.kernel.permissions import may, require
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.editing import DONE, REFUSED, SHOWN, save
from supportroom.web.posting import attempt


def members_check_detail(request: Asking, members_check_id: int) -> HttpResponse:
    """Show a check, with the form to answer it while it is open, or its outcome."""
    return _page(request, check_of(request.actor, members_check_id))


def _page(
    request: Asking, check: MembersCheck, *, wrong: str = "", form: WithdrawForm | None = None, status: int = SHOWN
) -> HttpResponse:
    seen = shown(request.actor, check)
    can_withdraw = seen.stage == OPEN and can_be_withdrawn(check)
    if form is None and can_withdraw and may(request.actor, "checks.withdraw_members_check", check):
        form = WithdrawForm(languages=languages_spoken())
    return render(request, "checks/detail.html", {"asked": seen, "wrong": wrong, "form": form}, status=status)


@require_POST
def answer(request: Asking, members_check_id: int) -> HttpResponse:
    """Answer, or answer otherwise; afterwards the page says what one answers."""
    check = check_of(request.actor, members_check_id)
    require(request.actor, "checks.answer", check)
    form = AnswerForm(request.POST)
    choice = form.cleaned_data["choice"] if form.is_valid() else ""
    wrong = attempt(actions.answer, actor=request.actor, members_check=check, choice=choice)
    if not wrong:
        return redirect("checks:members_check_detail", check.pk)
    check.refresh_from_db()
    return _page(request, check, wrong=wrong[0], status=REFUSED)


@require_POST
def members_check_withdraw(request: Asking, members_check_id: int) -> HttpResponse:
    """Take a check back, and say why."""
    check = check_of(request.actor, members_check_id)
    require(request.actor, "checks.withdraw_members_check", check)
    form = WithdrawForm(request.POST, languages=languages_spoken())
    status = save(request, form, actions.withdraw_members_check, actor=request.actor, members_check=check)
    if status == DONE:
        return redirect("checks:members_check_detail", check.pk)
    check.refresh_from_db()
    return _page(request, check, form=form, status=status)
