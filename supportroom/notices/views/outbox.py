"""How mail stands, for the team."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.kernel.permissions import require
from supportroom.notices import actions
from supportroom.notices.forms import UntilForm
from supportroom.notices.queries import outbox, unreachable_persons
from supportroom.people.middleware import Asking

SHOWN = 200


def outbox_show(request: Asking) -> HttpResponse:
    """Show what waits, what was given up, and whom mail does not reach."""
    require(request.actor, "notices.read_outbox")
    stands = outbox()
    context = {
        "outbox": stands,
        "failed": stands.failed[:SHOWN],
        "unreached": unreachable_persons()[:SHOWN],
        "mail_is_on": settings.MAIL_IS_ON,
        "until": now().isoformat(),
    }
    return render(request, "notices/outbox.html", context)


@require_POST
def mails_again(request: Asking) -> HttpResponse:
    """Let the mails that were given up be tried again."""
    form = UntilForm(request.POST)
    if not form.is_valid():
        raise DomainError("notices.no_such_choice")
    actions.try_again(actor=request.actor, **form.cleaned_data)
    return redirect("notices:outbox")
