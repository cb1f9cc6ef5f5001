"""One's own safety: leaving quickly, a buddy, closing the account."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.people.queries import persons_visible_to
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import MEMBERS
from supportroom.safety import actions
from supportroom.safety.forms import REMOVE, BuddyForm, CloseForm
from supportroom.safety.queries import asks_me, buddies_visible_to, focal_point, is_locked, own_buddy, relies_on_me
from supportroom.safety.vocabulary import AGREED
from supportroom.web.editing import DONE, save
from supportroom.web.limits import limited

STEPS = {
    "agree": actions.agree_to_buddy,
    "end": actions.end_buddy,
    "lock": actions.lock_as_buddy,
}


def hub(request: Asking) -> HttpResponse:
    """Show what helps somebody in danger; take the name of a buddy."""
    me = persons_visible_to(request.actor).get(pk=request.actor.person_id or 0)
    form = BuddyForm(request.POST or None)
    status = save(request, form, actions.name_buddy, actor=request.actor, person=me)
    if status == DONE:
        return redirect("safety:hub")
    mine = own_buddy(request.actor)
    relying = [
        (each, name_for(each.person, MEMBERS), is_locked(each.person_id)) for each in relies_on_me(request.actor)
    ]
    context = {
        "form": form,
        "mine": mine,
        "buddy": name_for(mine.buddy, MEMBERS) if mine else "",
        "has_agreed": mine is not None and mine.state == AGREED,
        "asking": [(each, name_for(each.person, MEMBERS)) for each in asks_me(request.actor)],
        "relying": relying,
        "may_name": may(request.actor, "safety.name_buddy", me),
        "may_approve": may(request.actor, "safety.read_requests"),
        "takes_reports": focal_point() is not None,
    }
    return render(request, "safety/hub.html", context, status=status)


@limited("always")
@require_POST
def buddy_step(request: Asking, buddy_id: int, verb: str) -> HttpResponse:
    """Agree, end it, or lock the account of who trusts one."""
    pair = buddies_visible_to(request.actor).filter(pk=buddy_id).first()
    if pair is None:
        raise Missing("kernel.missing")
    STEPS[verb](actor=request.actor, buddy=pair)
    if verb == "lock":
        messages.success(request, _("The account is locked: nobody can use it. The team is told."))
    return redirect("safety:hub")


@limited("always")
def account_close(request: Asking) -> HttpResponse:
    """Close one's account, now: one tick, one press, one request."""
    me = persons_visible_to(request.actor).get(pk=request.actor.person_id or 0)
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.close_account(actor=request.actor, person=me, removes=form.cleaned_data["words"] == REMOVE)
        return _closed(request)
    return render(request, "safety/close.html", {"form": form}, status=422 if form.is_bound else 200)


def _closed(request: Asking) -> HttpResponse:
    """Say that it is done; the browser forgets what it kept of this room."""
    request.session.flush()
    response = render(request, "safety/closed.html", {"actor": None, "navigation": [], "account_links": []})
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
