"""A person's calendar: its secret address, the file behind it, and the file of one session."""

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.people.middleware import Asking
from supportroom.people.models import Person
from supportroom.people.queries import persons_visible_to
from supportroom.people.tokens import new_token
from supportroom.programme import actions
from supportroom.programme.calendars import Entry, ics
from supportroom.programme.diary import entries_of, entry_for, link_of, person_behind, told_of
from supportroom.rounds.views.sessions import session_or_missing


@sensitive_variables()
def calendar(request: Asking) -> HttpResponse:
    """Say how one's calendar is read elsewhere; make a new address for it and show that, this once."""
    person, address = calendar_reader(request), ""
    if request.method == "POST":
        token = new_token()
        actions.open_calendar(actor=request.actor, person=person, token=token)
        with override(person.language):
            address = request.build_absolute_uri(reverse("programme:calendar_feed", args=[token]))
    context = {"address": address, "is_open": link_of(person.pk) is not None}
    return render(request, "programme/calendar.html", context)


@require_POST
def calendar_revoke(request: Asking) -> HttpResponse:
    """Let nobody read the calendar by its address any more."""
    link = link_of(request.actor.person_id or 0)
    if link is not None:
        actions.revoke_calendar(actor=request.actor, link=link)
        messages.success(request, _("The address is revoked: nobody can read your calendar by it any more."))
    return redirect("programme:calendar")


@login_not_required
@require_safe
@sensitive_variables()
def calendar_feed(request: HttpRequest, token: str) -> HttpResponse:
    """Give the calendar that a secret address opens; one that is wrong or revoked leads nowhere."""
    person = person_behind(token)
    if person is None:
        raise Missing("kernel.missing")
    return calendar_file(person, entries_of(person, now()), "calendar")


@require_safe
def session_calendar(request: Asking, session_id: int) -> HttpResponse:
    """Give one session as a file for the reader's calendar."""
    session, person = session_or_missing(request, session_id), calendar_reader(request)
    return calendar_file(person, [entry_for(person, told_of(session))], "meeting")


def calendar_reader(request: Asking) -> Person:
    """Give the person who asks: a calendar is always somebody's own."""
    return persons_visible_to(request.actor).get(pk=request.actor.person_id or 0)


def calendar_file(person: Person, entries: Sequence[Entry], name: str) -> HttpResponse:
    """Answer with a calendar in the person's language that nobody keeps on the way."""
    with override(person.language):
        content = ics(entries, summary=_("Meeting"), name=_("Calendar"), stamp=now())
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    answer["Cache-Control"] = "private, no-store"
    return answer
