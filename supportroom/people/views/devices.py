"""Where one is signed in: the name one gives a device and the day, and how to end it (S05)."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.people import actions, sessions
from supportroom.people.forms import DeviceForm
from supportroom.people.known_browsers import remember
from supportroom.people.middleware import Asking
from supportroom.people.models import Account
from supportroom.people.signing_in import shown_name


def _own(request: Asking) -> int:
    return request.actor.account_id or 0


def device_list(request: Asking) -> HttpResponse:
    """List the devices, and give the one in hand a name."""
    account: Account = request.user  # type: ignore[assignment]
    form = DeviceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        request.session[sessions.DEVICE] = form.cleaned_data["name"]
        response = redirect("people:device_list")
        remember(response, account, form.cleaned_data["name"])
        return response
    devices = [(device, shown_name(device.name)) for device in sessions.devices_of(request, _own(request))]
    context = {"form": form, "devices": devices, "are_others": len(devices) > 1}
    return render(request, "people/devices.html", context, status=422 if form.is_bound else 200)


@require_POST
def device_end(request: Asking) -> HttpResponse:
    """End one session of one's own, or all others."""
    which = request.POST.get("which", "")
    if which == "others":
        sessions.end_others(request, _own(request))
        messages.success(request, _("Every other device has to sign in anew."))
    elif sessions.end(which, account_id=_own(request)):
        messages.success(request, _("That device has to sign in anew."))
    return redirect("people:device_list")


@require_POST
def leave_everywhere(request: Asking) -> HttpResponse:
    """End every session, the one in hand as well."""
    account: Account = request.user  # type: ignore[assignment]
    actions.leave_everywhere(actor=request.actor, account=account)
    logout(request)
    messages.success(request, _("You are signed out everywhere."))
    return redirect("account_login")
