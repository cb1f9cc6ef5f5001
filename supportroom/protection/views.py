"""What is kept, and how long: for everybody. For the team also what is overdue, and whether the journal is whole."""

from django.contrib.auth.decorators import login_not_required
from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

from supportroom.journal.models import Head
from supportroom.journal.verifying import verify
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.protection.retention import Kept, overdue, table


@login_not_required
def kept_show(request: Asking) -> HttpResponse:
    """Show the table of what is kept; the team may have the journal read through from here."""
    is_team = may(request.actor, "protection.read_what_is_kept")
    late = overdue() if is_team else {}
    context = {
        "rows": [(kept, how_long(kept), late.get(kept.name)) for kept in table()],
        "late": sum(late.values()) if is_team else None,
        "head": Head.objects.filter(pk=1).annotate(entries=F("place") + F("loose")).first() if is_team else None,
        "verdict": verify() if is_team and request.GET.get("journal") == "read" else None,
    }
    return render(request, "protection/kept.html", context)


def how_long(kept: Kept) -> str:
    """Say how long something is kept: days, hours, or the event that ends it."""
    if kept.days and not kept.hours:
        return ngettext("%(num)s day", "%(num)s days", kept.days) % {"num": kept.days}
    if kept.hours:
        return ngettext("%(num)s hour", "%(num)s hours", kept.hours) % {"num": kept.hours}
    return str(kept.until)
