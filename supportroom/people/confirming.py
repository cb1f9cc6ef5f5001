"""Is it still you? The password once more before what is sensitive, and after nobody was here for a while (S05).

`must_confirm` is written above a view. Whoever has not given the password within the last minutes is asked for it under
the same address; what they had sent waits on that page and goes on its way with the answer, so that nothing is typed
twice (files alone have to be chosen again). A piece of a page cannot ask: it is refused with a word for the page's
script, which then sends a form the ordinary way, so that its words wait there too, and leaves other words alone.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.debug import sensitive_variables

from supportroom.kernel.errors import DomainError
from supportroom.people import moments
from supportroom.people.forms import ConfirmForm
from supportroom.people.proving import prove_password

FIELD: Final = "confirm-password"
READING: Final = "confirm-reading"
ASKS: Final = "X-Confirm"  # read by away.js and live.js
View = Callable[..., HttpResponse]


def must_confirm(view: View) -> View:
    """Let a view be reached only by who gave the password within the last minutes (`CONFIRM_SECONDS`)."""

    @wraps(view)
    def confirmed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated or moments.is_confirmed(request):
            return view(request, *args, **kwargs)
        return ask(request, was_away=False) or view(request, *args, **kwargs)

    confirmed.must_confirm = True  # type: ignore[attr-defined]
    return confirmed


def goes_on(view: View) -> View:
    """Let a page renew itself while nobody is there; only for what is not more than a whole meeting sees anyhow."""
    view.goes_on = True  # type: ignore[attr-defined]
    return view


def refuse() -> HttpResponse:
    """Answer what cannot ask itself: nothing, but that the password is asked for."""
    return HttpResponse(status=403, headers={ASKS: "password"})


@sensitive_variables()
def ask(request: HttpRequest, *, was_away: bool) -> HttpResponse | None:
    """Give the page that asks for the password, or None once it was given; what was sent then stands in the request."""
    if request.headers.get("HX-Request") or moments.is_by_itself(request):
        return refuse()
    sent = request.POST.copy() if request.method == "POST" else QueryDict(mutable=True)
    given = sent.pop(FIELD, [])
    form = ConfirmForm({FIELD: given[-1]} if given else None)
    if given and _is_proved(request, form):
        moments.confirm(request)
        if sent.pop(READING, []):
            return HttpResponseRedirect(request.get_full_path())
        request.POST = sent  # type: ignore[assignment]
        return None
    if request.method != "POST":
        sent[READING] = "yes"
    sent.pop("csrfmiddlewaretoken", [])
    context = {"form": form, "kept": [(name, value) for name, values in sent.lists() for value in values]}
    context |= {"was_away": was_away, "has_files": bool(request.FILES)}
    answer = render(request, "people/confirm.html", context, status=403)
    answer[ASKS] = "password"
    return answer


def _is_proved(request: HttpRequest, form: ConfirmForm) -> bool:
    if not form.is_valid():
        return False
    try:
        prove_password(request, request.user, form.cleaned_data[FIELD])  # type: ignore[arg-type]
    except DomainError as error:
        form.add_error(FIELD, error.wording)
        return False
    return True
