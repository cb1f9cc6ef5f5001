"""The way in and out: password, code, sign out, another password (S03, S05-S08)."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render, resolve_url
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from supportroom.people import actions
from supportroom.people.confirming import must_confirm
from supportroom.people.forms import AnotherPasswordForm, CodeForm, SignInForm
from supportroom.people.known_browsers import name_in, remember
from supportroom.people.middleware import Asking
from supportroom.people.models import Account
from supportroom.people.passkeys import asked_of, begin_entering
from supportroom.people.proving import account_by_password, prove_code
from supportroom.people.queries import passkeys_of
from supportroom.people.signing_in import enter, go_half_way, half_way_account, has_second_factor
from supportroom.web.editing import DONE, save
from supportroom.web.limits import limited
from supportroom.web.middleware import may_ask_devices
from supportroom.web.posting import submit


@login_not_required
@sensitive_post_parameters("password")
@sensitive_variables()
@limited("always")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Take address and password; go on to the code, or in where the account has no second factor yet."""
    if request.user.is_authenticated and request.method != "POST":
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and submit(form, _account, request=request):
        account: Account = form.answer  # type: ignore[attr-defined]
        if not has_second_factor(account):
            return led_in(request, account)
        go_half_way(request, account)
        begin_entering(request, account)
        where, goes_on = reverse("account_code"), _next(request)
        return HttpResponseRedirect(f"{where}?{urlencode({'next': goes_on})}" if goes_on else where)
    status = 422 if form.is_bound else 200
    return render(request, "people/sign_in.html", {"form": form, "next": _next(request)}, status=status)


@sensitive_variables()
def _account(*, request: HttpRequest, login: str, password: str) -> Account:
    return account_by_password(request, login, password)


@login_not_required
@sensitive_post_parameters("code")
@sensitive_variables()
@limited("always")
def code(request: HttpRequest) -> HttpResponse:
    """Take the six digits, or a recovery code, of whoever gave the password in this browser just now."""
    account = half_way_account(request)
    if account is None or not has_second_factor(account):
        return redirect("account_login")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and submit(form, prove_code, request=request, account=account):
        return led_in(request, account)
    return code_page(request, account, form, status=422 if form.is_bound else 200)


def code_page(
    request: HttpRequest, account: Account, form: CodeForm, *, said: Sequence[str] = (), status: int
) -> HttpResponse:
    """Show the second page of signing in: a passkey where there is one for this address, and the code always."""
    asked = asked_of(request, account)
    is_elsewhere = not asked and passkeys_of(account).exists()
    context = {"form": form, "next": _next(request), "asked": asked, "is_elsewhere": is_elsewhere, "said": said}
    page = render(request, "people/code.html", context, status=status)
    return may_ask_devices(page) if asked else page


def led_in(request: HttpRequest, account: Account) -> HttpResponse:
    """Sign in, and lead to where somebody was going."""
    where = _next(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
    name = enter(request, account)
    response = HttpResponseRedirect(where)
    remember(response, account, name)
    return response


def _next(request: HttpRequest) -> str:
    """Give where a request was going within the room, or nothing."""
    where = request.POST.get("next") or request.GET.get("next", "")
    hosts = {request.get_host()}
    is_ours = where.startswith("/") and url_has_allowed_host_and_scheme(where, hosts, require_https=request.is_secure())
    return where if is_ours else ""


@login_not_required
@limited("always")
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ask, then end the session in hand."""
    if request.method == "POST":
        logout(request)
        return HttpResponseRedirect(_next(request) or resolve_url(settings.LOGOUT_REDIRECT_URL))
    if not request.user.is_authenticated:
        return redirect(settings.LOGOUT_REDIRECT_URL)
    return render(request, "people/sign_out.html")


@must_confirm
@sensitive_post_parameters("password")
@sensitive_variables()
def password_change(request: Asking) -> HttpResponse:
    """Choose another password; every other device has to sign in anew."""
    account: Account = request.user  # type: ignore[assignment]
    form = AnotherPasswordForm(request.POST or None)
    status = save(request, form, actions.change_password, actor=request.actor, account=account)
    if status != DONE:
        return render(request, "people/password_change.html", {"form": form}, status=status)
    messages.success(request, _("Your password is changed. Every other device has to sign in anew."))
    return stay_in(request, redirect("people:own_settings"))


def stay_in(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Sign the browser in hand in anew, after everything of the account ended."""
    name = name_in(request, request.user)  # type: ignore[arg-type]
    account = Account.objects.select_related("person", "second_factor").get(pk=request.user.pk or 0)
    enter(request, account)
    remember(response, account, name)
    return response
