"""What one of the team asked for and another approves."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may, require
from supportroom.people.confirming import must_confirm
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.safety import actions
from supportroom.safety.approving import act_called, titles_of
from supportroom.safety.forms import AskedForm, AskForm
from supportroom.safety.locking import thing_of
from supportroom.safety.models import ApprovalRequest, Standing
from supportroom.safety.queries import focal_point, locked_people, requests_visible_to
from supportroom.safety.vocabulary import OPEN, REQUEST_STATES, REQUEST_TONES, UNLOCK
from supportroom.web.editing import DONE, REFUSED, SHOWN, save
from supportroom.web.limits import limited

PER_PAGE = 30
STEPS = {
    "approve": actions.approve_request,
    "refuse": actions.refuse_request,
    "withdraw": actions.withdraw_request,
}


def request_list(request: Asking) -> HttpResponse:
    """Show what waits for another of the team, what was decided, whose accounts are locked; take a new request."""
    require(request.actor, "safety.read_requests")
    form = AskForm(request.POST or None)
    status = save(request, form, actions.ask_approval, actor=request.actor)
    if status == DONE:
        return redirect("safety:request_list")
    return _show(request, form, status)


def _show(request: Asking, form: AskForm, status: int) -> HttpResponse:
    found = requests_visible_to(request.actor)
    page = Paginator(found.exclude(state=OPEN), PER_PAGE).get_page(request.GET.get("page"))
    locked = [(_unlocking(each), name_for(each.person, TEAM), each) for each in locked_people()]
    named = focal_point()
    context = {
        "form": form,
        "waiting": _lines(request, found.filter(state=OPEN)),
        "page": page,
        "lines": _lines(request, page),
        "locked": locked,
        "focal_point": name_for(named, TEAM) if named else "",
        "states": REQUEST_STATES,
        "tones": REQUEST_TONES,
    }
    return render(request, "safety/requests.html", context, status=status)


def _unlocking(standing: Standing) -> AskedForm:
    asked = {"kind": UNLOCK, "thing": thing_of(standing.person)}
    return AskedForm(initial=asked, auto_id=f"unlock_{standing.pk}_%s")


def _lines(request: Asking, found: Iterable[ApprovalRequest]) -> list[dict[str, Any]]:
    requests = list(found)
    titles = titles_of(requests)
    return [
        {
            "asked": each,
            "what": act_called(each.kind).words,
            "about": name_for(each.concerns, TEAM) if each.concerns else titles.get(each.thing, ""),
            "by": name_for(each.asked_by, TEAM),
            "decided_by": name_for(each.decided_by, TEAM) if each.decided_by else "",
            "may_decide": may(request.actor, "safety.approve_request", each),
            "may_withdraw": may(request.actor, "safety.withdraw_request", each),
        }
        for each in requests
    ]


@require_POST
def request_ask(request: Asking) -> HttpResponse:
    """Ask for an act about a thing that a page names: opening a list, unlocking an account."""
    require(request.actor, "safety.ask_approval")
    form = AskedForm(request.POST)
    status = save(request, form, actions.ask_approval, actor=request.actor)
    if status == DONE:
        return redirect("safety:request_list")
    return render(request, "safety/ask.html", {"form": form}, status=REFUSED if status == SHOWN else status)


@must_confirm
@limited("always")
@require_POST
def request_step(request: Asking, approval_request_id: int, verb: str) -> HttpResponse:
    """Approve, refuse or take back."""
    asked = requests_visible_to(request.actor).filter(pk=approval_request_id).first()
    if asked is None:
        raise Missing("kernel.missing")
    STEPS[verb](actor=request.actor, approval_request=asked)
    return redirect("safety:request_list")
