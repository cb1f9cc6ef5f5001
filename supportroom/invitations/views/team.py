"""The team's page: who has answered, what they need, how the balance moves; and what is done with one invitation."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from supportroom.invitations import actions
from supportroom.invitations.balance import balance_now
from supportroom.invitations.export import table_of
from supportroom.invitations.forms import RequestForm
from supportroom.invitations.models import Invitation
from supportroom.invitations.preparation import listings_to_invite, readiness_of
from supportroom.invitations.queries import (
    ToSettle,
    counts_by_state,
    invitations_visible_to,
    joint_declines_of,
    letter_of,
    notice_of,
    to_settle,
    with_needs,
)
from supportroom.invitations.views.finding import invitation_for_team, request_for_team, round_for_team
from supportroom.invitations.views.pieces import checklist
from supportroom.invitations.vocabulary import ACCEPTED, INVITATION_STATES, SUPPORT_KINDS, TAKE_LIST
from supportroom.kernel.clock import now
from supportroom.people.confirming import must_confirm
from supportroom.people.middleware import Asking
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import TEAM
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import PREPARING
from supportroom.safety.approving import require_permit, taking
from supportroom.web.editing import DONE, OVERTAKEN, save, seen_in
from supportroom.web.limits import limited

A_PAGE = 100


def invitation_list(request: Asking, round_id: int) -> HttpResponse:
    """Show how the invitations of a round stand."""
    round = round_for_team(request, round_id)
    counts, state = counts_by_state(round), _state(request)
    listed = Paginator(_listed(request, round, state), A_PAGE).get_page(request.GET.get("page"))
    readiness = readiness_of(round, now())
    context = {
        "round": round,
        "letter": letter_of(round),
        "notice_given": notice_of(round),
        "is_ready": readiness.is_ready,
        "requirements": checklist(round, readiness),
        "new": len(listings_to_invite(round)),
        "prepares": round.state in PREPARING,
        "states": [(key, word, counts[key]) for key, word in INVITATION_STATES.items() if counts[key]],
        "state_asked": state,
        "total": sum(counts.values()),
        "page": listed,
        "rows_shown": [(each, name_for(each.person, TEAM), _needs(each)) for each in listed],
        "to_settle": _named(to_settle(round)),
        "balance": balance_now(round),
        "declines": joint_declines_of(round),
        "taking": taking(request.actor, TAKE_LIST, round),
    }
    return render(request, "invitations/list.html", context)


def _state(request: Asking) -> str:
    asked = request.GET.get("state", "")
    return asked if asked in INVITATION_STATES else ""


def _listed(request: Asking, round: Round, state: str) -> Any:
    found = with_needs(invitations_visible_to(request.actor, round))
    return found.filter(state=state) if state else found


def _needs(invitation: Invitation) -> list[tuple[str, str]]:
    """Give what somebody who comes needs, and how it stands."""
    asked = invitation.support_requests.all() if invitation.state == ACCEPTED else []
    return [(str(SUPPORT_KINDS[each.kind]), each.state) for each in asked]


def _named(waiting: ToSettle) -> dict[str, Any]:
    return {
        "substitutes": [(each, name_for(each.person, TEAM)) for each in waiting.substitutes],
        "requests": [(each, name_for(each.invitation.person, TEAM)) for each in waiting.requests],
        "questions": waiting.questions,
        "any": bool(waiting),
    }


@must_confirm
@limited("exports")
def invitation_export(request: Asking, round_id: int, kind: str) -> HttpResponse:
    """Hand out the list as it is filtered, to who asked for it, once another of the team approved."""
    round = round_for_team(request, round_id)
    require_permit(request.actor, TAKE_LIST, round)
    return table_of(_listed(request, round, _state(request)), kind)


@require_POST
def invitation_withdraw(request: Asking, invitation_id: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = invitation_for_team(request, invitation_id)
    actions.withdraw_invitation(actor=request.actor, invitation=invitation)
    return redirect("invitations:invitation_detail", invitation_id)


@require_POST
@limited("invitations")
def invitation_remind(request: Asking, invitation_id: int) -> HttpResponse:
    """Remind somebody by hand."""
    invitation = invitation_for_team(request, invitation_id)
    actions.remind(actor=request.actor, invitation=invitation)
    return redirect("invitations:invitation_detail", invitation_id)


def request_settle(request: Asking, support_request_id: int) -> HttpResponse:
    """Say what becomes of something that somebody needs."""
    asked = request_for_team(request, support_request_id)
    seen = seen_in(request, asked)
    form = RequestForm(request.POST or None, initial=RequestForm.values_of(asked))
    fixed = {"actor": request.actor, "support_request": asked, "seen": seen}
    status = save(request, form, actions.settle_request, edits=asked, now=RequestForm.values_of, **fixed)
    if status == DONE:
        return redirect("invitations:invitation_list", asked.invitation.round_id)
    context = {"round": asked.invitation.round, "asked": asked, "form": form}
    context |= {"name": name_for(asked.invitation.person, TEAM)}
    context |= {"seen": asked.version if status == OVERTAKEN else seen}
    return render(request, "invitations/request.html", context, status=status)
