"""The team's pages of addressees: what can be sent, what was, what waits, what is overdue."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.answers.due import days_overdue, today
from supportroom.answers.queries import letters_visible_to, standings, submissions_in, to_be_sent
from supportroom.answers.vocabulary import ALL, OVERDUE, TO_SEND, WAITS
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import require
from supportroom.people.middleware import Asking
from supportroom.register.models import Addressee
from supportroom.register.showing import team_tabs
from supportroom.register.vocabulary import ANSWERED

PAGE = 50
PARTS = {
    ALL: pgettext_lazy("part of a list", "All"),
    TO_SEND: _("To be sent"),
    WAITS: _("Waiting for an answer"),
    OVERDUE: _("Overdue"),
    ANSWERED: _("Answered"),
}


def addressee_list(request: Asking) -> HttpResponse:
    """Show every addressee with what it was sent and what it owes."""
    require(request.actor, "answers.read_letters")
    return render(request, "answers/addressees.html", {"tabs": team_tabs("letters"), "standings": standings(today())})


def addressee_detail(request: Asking, addressee_id: int) -> HttpResponse:
    """Show what is addressed to a body, and the letters that it was sent."""
    require(request.actor, "answers.read_letters")
    addressee = addressee_or_missing(addressee_id)
    day = today()
    part = request.GET.get("state", "")
    part = part if part in PARTS else ALL
    rows = submissions_in(addressee, part, day)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    standing = next(each for each in standings(day) if each.addressee == addressee)
    context = {
        "addressee": addressee,
        "standing": standing,
        "letters": letters_visible_to(request.actor).filter(addressee=addressee),
        "page": page,
        "part": part,
        "parts": [(word, f"?state={key}#addressed", key == part) for key, word in PARTS.items()],
        "rows": [(each, days_overdue(each, day)) for each in page],
        "can_write": to_be_sent(addressee).exists(),
    }
    return render(request, "answers/addressee.html", context)


def addressee_or_missing(addressee_id: int) -> Addressee:
    """Give an addressee; Missing."""
    found = Addressee.objects.filter(pk=addressee_id).first()
    if found is None:
        raise Missing("kernel.missing")
    return found
