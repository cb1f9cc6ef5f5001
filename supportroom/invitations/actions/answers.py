"""Answers of those invited. Each is kept; the newest is in force, until the term ends.

A form says how many answers its writer had seen (`answers`): who answered otherwise meanwhile, in another tab, is asked
again. The refusal after the term is decided here by the stored instant, not by what a periodic run has done.
"""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from supportroom.invitations.lifecycle import INVITATION, SUPPORT_REQUEST
from supportroom.invitations.models import Invitation, Response, Signature, SupportRequest
from supportroom.invitations.vocabulary import ACCEPTED, ASKED, DECLINED, JOINTLY, LAPSED, PROPOSED, SENT, WAITING
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.actions.participants import delist, enlist
from supportroom.rounds.deadlines import not_going_back
from supportroom.rounds.vocabulary import PREPARING
from supportroom.web.formatting import moment_in_words

Support = Sequence[tuple[str, str]]


def hold(invitation: Invitation) -> Invitation:
    """Hold an invitation's row until the transaction ends, and give it as it stands."""
    rows = Invitation.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("round__letter", "person", "group").get(pk=invitation.pk)


def to_answer(invitation: Invitation, answers: int | None, moment: datetime, *, calls_off: bool = False) -> Invitation:
    """Hold an invitation that is about to be answered.

    Whoever accepted may still call off (`calls_off`) after the term, until the round begins. DomainError
    `invitations.not_waiting`, `invitations.round_begun`, `invitations.term_over` with the term in both clocks; Stale
    where another answer came meanwhile.
    """
    held = hold(invitation)
    refuse_unless(held.state in (SENT, ACCEPTED, DECLINED, LAPSED), "invitations.not_waiting")
    refuse_unless(held.round.state in PREPARING, "invitations.round_begun")
    if held.is_over(not_going_back(moment)) and not (calls_off and held.state == ACCEPTED):
        zones = (timezone.get_current_timezone(), held.round.time_zone)
        raise DomainError("invitations.term_over", term=moment_in_words(held.term, *zones))
    if answers is not None and answers != held.responses.count():
        raise Stale("invitations.answer_changed")
    return held


def respond(invitation: Invitation, verb: str, kind: str, moment: datetime, **fields: object) -> Response:
    """Keep one more answer and take the step; whoever took part and does not come after all takes part no longer."""
    was_coming = invitation.state == ACCEPTED
    number = invitation.responses.count() + 1
    response = create(Response, invitation=invitation, kind=kind, at=moment, position=number, **fields)
    advance(invitation, INVITATION, verb, answered_at=moment)
    if was_coming and invitation.state != ACCEPTED:
        delist(invitation.round, invitation.person)
    if kind != JOINTLY:
        for signature in Signature.objects.filter(invitation=invitation, in_force=True):
            change(signature, in_force=False)
    return response


@action("invitations.accept", on="invitation")
def accept(*, actor: Actor, invitation: Invitation, support: Support = (), answers: int | None = None) -> Invitation:
    """Accept, with what one needs in order to come: (kind, note). Whoever accepts takes part in the round;
    accepted again, only the needs change: where the team has put them since is not undone.

    Raises what `to_answer` raises.
    """
    moment = now()
    held = to_answer(invitation, answers, moment)
    was_coming = held.state == ACCEPTED
    respond(held, "accept", ACCEPTED, moment, support=[list(pair) for pair in support])
    _ask_for(held, dict(support))
    if not was_coming:
        enlist(held.round, held.person, held.group)
    record(held, actor=actor, needs=len(support))
    return held


def _ask_for(invitation: Invitation, support: dict[str, str]) -> None:
    """Let the requests be those of the newest answer, a changed one asked anew; the answers kept hold the earlier."""
    known = {request.kind: request for request in invitation.support_requests.all()}
    erase_all(invitation.support_requests.exclude(kind__in=support))
    for kind, note in support.items():
        if kind not in known:
            create(SupportRequest, invitation=invitation, kind=kind, note=note)
        elif known[kind].note != note and known[kind].state != ASKED:
            advance(known[kind], SUPPORT_REQUEST, "ask_anew", note=note)
        elif known[kind].note != note:
            change(known[kind], note=note)


@action("invitations.decline", on="invitation")
def decline(
    *, actor: Actor, invitation: Invitation, reason: MultilingualText | None = None, answers: int | None = None
) -> Invitation:
    """Decline, with a reason or without; whoever had accepted may still call off until the round begins.

    Raises what `to_answer` raises.
    """
    moment = now()
    held = to_answer(invitation, answers, moment, calls_off=True)
    respond(held, "decline", DECLINED, moment, reason=reason or MultilingualText())
    record(held, actor=actor)
    return held


@action("invitations.propose_substitute", on="invitation")
def propose_substitute(
    *,
    actor: Actor,
    invitation: Invitation,
    name: str,
    contact: str = "",
    reason: MultilingualText | None = None,
    answers: int | None = None,
) -> Invitation:
    """Decline, and say who could come instead and how they are reached; the team decides.

    DomainError `invitations.substitute_name`, and what `to_answer` raises.
    """
    refuse_unless(name.strip(), "invitations.substitute_name")
    moment = now()
    held = to_answer(invitation, answers, moment, calls_off=True)
    fields = {"substitute_name": name.strip(), "substitute_contact": contact.strip(), "proposal": WAITING}
    respond(held, "propose", PROPOSED, moment, reason=reason or MultilingualText(), **fields)
    record(held, actor=actor)
    return held
