"""Passkeys: signing in with one in place of the code, listing one's own, adding and taking away (S03).

A script asks the device and sends an ordinary form; where there is no script, or no passkey, the pages say so in words
and the code goes on as ever. Only these pages may ask a device at all (Permissions-Policy).
"""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from supportroom.kernel.permissions import may
from supportroom.people import actions
from supportroom.people.confirming import must_confirm
from supportroom.people.forms import CodeForm, NewPasskeyForm, PasskeyForm, PasskeyNameForm
from supportroom.people.middleware import Asking
from supportroom.people.models import Account
from supportroom.people.passkeys import begin_adding, begin_entering, finish_adding, host_of
from supportroom.people.proving import prove_passkey
from supportroom.people.queries import passkeys_of
from supportroom.people.signing_in import half_way_account, has_second_factor
from supportroom.people.views.entering import code_page, led_in, stay_in
from supportroom.web.limits import limited
from supportroom.web.middleware import may_ask_devices
from supportroom.web.posting import submit


@login_not_required
@require_POST
@sensitive_post_parameters("answer")
@sensitive_variables()
@limited("always")
def enter_by_passkey(request: HttpRequest) -> HttpResponse:
    """Take what a passkey signed, of whoever gave the password in this browser just now; else offer all ways anew."""
    account = half_way_account(request)
    if account is None or not has_second_factor(account):
        return redirect("account_login")
    form = PasskeyForm(request.POST)
    if submit(form, prove_passkey, request=request, account=account):
        return led_in(request, account)
    begin_entering(request, account)
    return code_page(request, account, CodeForm(), said=list(map(str, form.non_field_errors())), status=422)


@must_confirm
def passkey_list(request: Asking) -> HttpResponse:
    """List one's passkeys; give a name to a new one, and lead to the page on which the device is asked."""
    account: Account = request.user  # type: ignore[assignment]
    form = PasskeyNameForm(request.POST or None)
    has_code = has_second_factor(account)
    can_add = has_code and bool(host_of(request)) and may(request.actor, "people.add_passkey", account)
    if request.method == "POST" and can_add and form.is_valid():
        return _ask(request, form.cleaned_data["name"])
    mine, here = passkeys_of(account), host_of(request)
    context = {"form": form, "passkeys": mine, "here": here, "can_add": can_add, "has_code": has_code}
    page = render(request, "people/passkeys.html", context, status=422 if form.is_bound else 200)
    return may_ask_devices(page) if can_add else page


def _ask(request: Asking, name: str) -> HttpResponse:
    asked, made = begin_adding(request, request.user)  # type: ignore[arg-type]
    form = NewPasskeyForm(initial={"name": name, "made": made})
    return may_ask_devices(render(request, "people/passkey_add.html", {"form": form, "name": name, "asked": asked}))


@must_confirm
@require_POST
@sensitive_variables()
def passkey_add(request: Asking) -> HttpResponse:
    """Keep a new passkey; every other device has to sign in anew."""
    form = NewPasskeyForm(request.POST)
    if submit(form, _add, request=request):
        messages.success(request, _("The passkey is added. Next time, choose it after your password."))
        return stay_in(request, redirect("people:passkey_list"))
    for error in form.non_field_errors():
        messages.warning(request, str(error))
    return redirect("people:passkey_list")


@sensitive_variables()
def _add(*, request: Asking, name: str, made: str, answer: str) -> None:
    account: Account = request.user  # type: ignore[assignment]
    held = finish_adding(request, made, answer)
    actions.add_passkey(actor=request.actor, account=account, name=name, host=host_of(request), held=held)


@must_confirm
@require_POST
def passkey_remove(request: Asking) -> HttpResponse:
    """Take a passkey of one's own away; every other device has to sign in anew."""
    account: Account = request.user  # type: ignore[assignment]
    mine = {str(each.pk): each for each in passkeys_of(account)}
    passkey = mine.get(request.POST.get("which", ""))
    if passkey is None:
        return redirect("people:passkey_list")
    actions.remove_passkey(actor=request.actor, account=account, passkey=passkey)
    messages.success(request, _("The passkey is taken away. Nobody gets in with it any more."))
    return stay_in(request, redirect("people:passkey_list"))
