"""Two-step sign-in: setting it up with an authenticator app, and recovery codes (S03)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_POST

from supportroom.kernel.errors import DomainError
from supportroom.people import actions
from supportroom.people.attempts import use_code
from supportroom.people.confirming import must_confirm
from supportroom.people.forms import CodeForm
from supportroom.people.middleware import Asking
from supportroom.people.models import Account
from supportroom.people.second_factor import in_fours, key_from, new_codes, picture_of, written
from supportroom.people.signing_in import has_second_factor, must_set_up
from supportroom.people.views.entering import stay_in
from supportroom.people.vocabulary import FEW_CODES
from supportroom.web.posting import submit


def new_seed(request: Asking) -> str:
    """Give what a new phone's codes are made from: the same while a page is read again, another in another session."""
    account: Account = request.user  # type: ignore[assignment]
    words = f"{request.actor.account_id}:{account.stamp}:{request.session.session_key}"
    return salted_hmac("supportroom.people.new_seed", words, algorithm="sha256").hexdigest()


@must_confirm
@sensitive_post_parameters("code")
@sensitive_variables()
def second_factor(request: Asking) -> HttpResponse:
    """Show how two-step sign-in stands; set it up, or move it to another phone."""
    account: Account = request.user  # type: ignore[assignment]
    seed, codes = new_seed(request), new_codes()
    form = CodeForm(request.POST or None)
    fixed = {"request": request, "account": account, "seed": seed, "codes": codes}
    if request.method == "POST" and submit(form, _set_up, **fixed):
        return stay_in(request, render(request, "people/codes.html", {"codes": [in_fours(each) for each in codes]}))
    left = account.recovery_codes.count()
    context = {"form": form, "key": in_fours(written(key_from(seed))), "left": left, "are_few": left <= FEW_CODES}
    context |= {"is_set_up": has_second_factor(account), "is_required": must_set_up(account)}
    return render(request, "people/second_factor.html", context, status=422 if form.is_bound else 200)


@sensitive_variables()
def _set_up(*, request: Asking, account: Account, seed: str, codes: list[str], code: str) -> None:
    """Take the first code of the new phone; it proves that the phone holds the key."""
    if not use_code(account, seed, code):
        raise DomainError("people.wrong_code")
    actions.set_up_second_factor(actor=request.actor, account=account, seed=seed, codes=codes)


@require_GET
def second_factor_picture(request: Asking) -> HttpResponse:
    """Give the square for an authenticator app, which is a secret until it is set up."""
    response = HttpResponse(picture_of(key_from(new_seed(request))), content_type="image/svg+xml")
    response["Cache-Control"] = "no-store"
    return response


@must_confirm
@require_POST
@sensitive_variables()
def codes_renew(request: Asking) -> HttpResponse:
    """Make ten new recovery codes and show them, this once."""
    account: Account = request.user  # type: ignore[assignment]
    if not has_second_factor(account):
        messages.info(request, _("Set up two-step sign-in first."))
        return redirect("people:second_factor")
    codes = new_codes()
    actions.renew_codes(actor=request.actor, account=account, codes=codes)
    return render(request, "people/codes.html", {"codes": [in_fours(each) for each in codes]})
