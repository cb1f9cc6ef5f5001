"""An invitation: to whoever was invited with its answers at once, to the team with what there is to do."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from supportroom.invitations.models import Invitation
from supportroom.invitations.queries import invitations_visible_to, notice_of, proposal_waiting, with_needs
from supportroom.invitations.rules import HEARD
from supportroom.invitations.views.finding import sees_round
from supportroom.invitations.vocabulary import ACCEPTED, DECLINED, SENT
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.people.middleware import Asking
from supportroom.programme.queries import current_version, published_state
from supportroom.protection.naming import name_for
from supportroom.protection.vocabulary import SAME_ROUND, TEAM
from supportroom.rounds.vocabulary import PREPARING
from supportroom.topics.queries import agenda_of


def invitation_detail(request: Asking, invitation_id: int) -> HttpResponse:
    """Show an invitation; Missing for somebody else's."""
    found = with_needs(invitations_visible_to(request.actor).filter(pk=invitation_id)).first()
    if found is None:
        raise Missing("kernel.missing")
    if may(request.actor, "invitations.accept", found):
        return render(request, "invitations/invitation.html", standing_of(request, found) | _letter_of(found))
    return render(request, "invitations/for_team.html", _for_team(request, found))


def standing_of(request: Asking, invitation: Invitation) -> dict[str, Any]:
    """Give what an invited person's pages say of the invitation: where it stands, and what can be answered now."""
    over, prepares = invitation.is_over(now()), invitation.round.state in PREPARING
    can_answer = prepares and not over and invitation.state in (SENT, ACCEPTED, DECLINED)
    responses = list(invitation.responses.all())
    signature = getattr(invitation, "signature", None)
    return {
        "invitation": invitation,
        "round": invitation.round,
        "responses": responses,
        "answers": len(responses),
        "requests": list(invitation.support_requests.all()),
        "can_answer": can_answer,
        "can_call_off": prepares and invitation.state == ACCEPTED,
        "is_over": over,
        "proposal": proposal_waiting(invitation),
        "joint": signature.joint_decline if signature and signature.in_force else None,
        "sees_round": sees_round(request, invitation.round),
        "reads_questions": may(request.actor, "invitations.read_questions", invitation.round),
        "prepares": prepares,
    }


def _letter_of(invitation: Invitation) -> dict[str, Any]:
    """Give the letter and what it rests on: notice, programme, contact persons; of an invitation that was withdrawn or
    passed on the letter alone, since it tells nothing new to somebody who is not invited any more.
    """
    round, is_heard = invitation.round, invitation.state in HEARD
    version = current_version(round) if is_heard else None
    topics = [topic for topic in agenda_of(round) if topic.contact] if is_heard else []
    return {
        "letter": round.letter,
        "notice_given": notice_of(round),
        "is_heard": is_heard,
        "meetings": published_state(version),
        "programme_number": version.number if version else 0,
        "contacts": [(topic, name_for(topic.contact, SAME_ROUND)) for topic in topics if topic.contact],
    }


def _for_team(request: Asking, invitation: Invitation) -> dict[str, Any]:
    """Give what the team's page says of an invitation."""
    instead = getattr(invitation, "substituted_by", None)
    first = invitation.instead_of
    return standing_of(request, invitation) | {
        "name": name_for(invitation.person, TEAM),
        "instead": (instead, name_for(instead.person, TEAM)) if instead else None,
        "first": (first, name_for(first.person, TEAM)) if first else None,
        "has_account": hasattr(invitation.person, "account"),
    }
