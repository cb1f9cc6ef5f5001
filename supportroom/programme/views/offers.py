"""Offering to facilitate a session."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from supportroom.kernel.errors import Missing
from supportroom.people.middleware import Asking
from supportroom.programme import actions
from supportroom.programme.queries import offers_visible_to
from supportroom.rounds.views.sessions import session_or_missing


@require_POST
def facilitation_offer(request: Asking, session_id: int) -> HttpResponse:
    """Offer to facilitate."""
    session = session_or_missing(request, session_id)
    actions.offer_facilitation(actor=request.actor, session=session)
    messages.success(request, _("The team sees your offer. You can take it back at any time."))
    return redirect("programme:programme", session.round_id)


@require_POST
def facilitation_take_back(request: Asking, session_id: int) -> HttpResponse:
    """Take one's offer back."""
    session = session_or_missing(request, session_id)
    offers = offers_visible_to(request.actor, session.round)
    offer = offers.filter(session=session, person_id=request.actor.person_id or 0).first()
    if offer is None:
        raise Missing("kernel.missing")
    actions.take_offer_back(actor=request.actor, offer=offer)
    return redirect("programme:programme", session.round_id)
