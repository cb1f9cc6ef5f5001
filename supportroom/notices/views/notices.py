"""One's own notices: what moved, newest first; following and not following any more."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Missing
from supportroom.kernel.permissions import may
from supportroom.notices import actions
from supportroom.notices.actions.following import Followed
from supportroom.notices.audiences.audience import Vanished, thing_behind
from supportroom.notices.forms import UntilForm
from supportroom.notices.places import lines, page_of
from supportroom.notices.queries import is_following, notices_visible_to, unread_count
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.queries import persons_visible_to

PER_PAGE = 30


def reader_of(request: Asking) -> Person:
    """Give the person who reads; Missing for somebody without one."""
    person = persons_visible_to(request.actor).filter(pk=request.actor.person_id or 0).first()
    if person is None:
        raise Missing("kernel.missing")
    return person


def notice_list(request: Asking) -> HttpResponse:
    """Show what moved that concerns the reader, thirty at a time."""
    page = Paginator(notices_visible_to(request.actor), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "lines": lines(request.actor, list(page)),
        "unread": unread_count(request.actor),
        "until": now().isoformat(),
        "sees_outbox": may(request.actor, "notices.read_outbox"),
    }
    return render(request, "notices/list.html", context)


@require_POST
def notices_read(request: Asking) -> HttpResponse:
    """Mark as read what the page showed."""
    form = UntilForm(request.POST)
    if not form.is_valid():
        raise DomainError("notices.no_such_choice")
    actions.read_notices(actor=request.actor, person=reader_of(request), **form.cleaned_data)
    return redirect("notices:notice_list")


@require_POST
def follow(request: Asking, *, is_on: bool) -> HttpResponse:
    """Follow or stop following what the form names, and go back to where it can be seen.

    Missing for what the reader neither sees nor follows: it looks like what does not exist.
    """
    try:
        thing = thing_behind(request.POST.get("thing", ""))
    except Vanished:
        raise Missing("kernel.missing") from None
    if not isinstance(thing, Followed):
        raise Missing("kernel.missing")
    if not may(request.actor, "notices.follow", thing) and (is_on or not is_following(request.actor, thing)):
        raise Missing("kernel.missing")
    if is_on:
        actions.follow(actor=request.actor, thing=thing)
        return redirect(page_of(thing) or "notices:notice_list")
    actions.unfollow(actor=request.actor, thing=thing)
    return redirect("notices:notice_list")
