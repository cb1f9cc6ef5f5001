"""One-click sign-in: this page exists in demo and test mode alone."""

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from supportroom.demo.people import PERSONAS, account_of

WORDS = {
    "team": (_("Team"), _("prepares rounds, opens sessions, publishes")),
    "facilitator": (_("Facilitator"), _("runs today's session, opens and closes checks")),
    "rapporteur": (_("Rapporteur"), _("records points, writes statements and the report")),
    "member": (_("Member"), _("raises points, takes positions, writes statements")),
    "shielded_member": (_("Member at risk"), _("takes part from inside the country; nobody outside may learn it")),
    "office": (_("Envoy's office"), _("reads what is addressed to it")),
    "addressee": (_("Addressee"), _("a donor to whom statements are addressed")),
    "interpreter": (_("Interpreter"), _("keeps texts paired across languages")),
    "observer": (_("Observer"), _("reads what is released")),
}


@login_not_required
def enter(request: HttpRequest) -> HttpResponse:
    """Show every persona, and sign in as the one chosen."""
    if not settings.ONE_CLICK_SIGN_IN:
        raise Http404
    if request.method != "POST":
        people = [(key, *WORDS[key], PERSONAS[key][0]) for key in PERSONAS]
        return render(request, "demo/enter.html", {"people": people})
    account = account_of(request.POST.get("persona", ""))
    if account is None:
        raise Http404
    login(request, account, backend=settings.AUTHENTICATION_BACKENDS[0])
    with override(account.person.language):
        return redirect("desk:show")
