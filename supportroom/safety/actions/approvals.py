"""Asking for an act that takes two, approving it, refusing it, taking it back."""

from datetime import datetime

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.people.queries import is_relied_on
from supportroom.safety.approving import act_called
from supportroom.safety.lifecycle import REQUEST
from supportroom.safety.models import ApprovalRequest
from supportroom.safety.vocabulary import ASKED_FOR, OPEN


@action("safety.ask_approval", on="thing")
def ask_approval(*, actor: Actor, kind: str, thing: str, note: str = "") -> ApprovalRequest:
    """Ask for an act; it is carried out once another approves within 24 hours.

    DomainError `safety.no_such_act`, `safety.same_person`, `safety.note_missing`, `safety.asked_already`, and what the
    act itself refuses.
    """
    act = act_called(kind)
    concerns = act.concerning(thing) if act.concerning else None
    refuse_unless(actor.is_known and (concerns is None or concerns.pk != actor.person_id), "safety.same_person")
    refuse_unless(note.strip() or not act.needs_note, "safety.note_missing")
    _lapse(kind, thing)
    refuse_unless(not ApprovalRequest.objects.filter(kind=kind, thing=thing, state=OPEN), "safety.asked_already")
    if act.check:
        act.check(thing)
    moment = now()
    request = create(
        ApprovalRequest, kind=kind, thing=thing, concerns=concerns, note=note.strip(), asked_by_id=actor.person_id,
        asked_at=moment, until=moment + ASKED_FOR,
    )  # fmt: skip
    record(request, actor=actor, kind=kind, about=thing)
    return request


def _lapse(kind: str, thing: str) -> None:
    """Let what was asked for and forgotten lapse, so that it can be asked for again at once."""
    for each in ApprovalRequest.objects.filter(kind=kind, thing=thing, state=OPEN, until__lte=now()):
        advance(each, REQUEST, "lapse")


@action("safety.approve_request", on="approval_request")
def approve_request(*, actor: Actor, approval_request: ApprovalRequest) -> ApprovalRequest:
    """Approve an act that another asked for, and carry it out in the same transaction, once.

    DomainError `safety.same_person`, `safety.request_over`, `people.asker_left`; Stale where somebody was faster.
    """
    mine = actor.person_id
    both = {approval_request.asked_by_id, approval_request.concerns_id}
    refuse_unless(mine is not None and mine not in both, "safety.same_person")
    moment = now()
    is_late = approval_request.state == OPEN and moment >= approval_request.until
    refuse_unless(not is_late, "safety.request_over")
    refuse_unless(is_relied_on(approval_request.asked_by_id), "people.asker_left")
    advance(approval_request, REQUEST, "approve", decided_by_id=mine, decided_at=moment)
    carry_out = act_called(approval_request.kind).carry_out
    if carry_out:
        carry_out(approval_request)
    record(approval_request, actor=actor, kind=approval_request.kind, about=approval_request.thing)
    return approval_request


@action("safety.refuse_request", on="approval_request")
def refuse_request(*, actor: Actor, approval_request: ApprovalRequest) -> ApprovalRequest:
    """Refuse what another asked for; it can be asked for again."""
    advance(approval_request, REQUEST, "refuse", decided_by_id=actor.person_id, decided_at=now())
    record(approval_request, actor=actor, kind=approval_request.kind, about=approval_request.thing)
    return approval_request


@action("safety.withdraw_request", on="approval_request")
def withdraw_request(*, actor: Actor, approval_request: ApprovalRequest) -> ApprovalRequest:
    """Take back what one asked for."""
    advance(approval_request, REQUEST, "withdraw", decided_at=now())
    record(approval_request, actor=actor, kind=approval_request.kind, about=approval_request.thing)
    return approval_request


@action("safety.lapse_requests", on="until")
def lapse_requests(*, actor: Actor, until: datetime) -> None:
    """Let everything lapse that nobody approved in time; that it is too late is told by the clock, not by this."""
    count = 0
    for each in ApprovalRequest.objects.filter(state=OPEN, until__lte=until):
        try:
            advance(each, REQUEST, "lapse")
        except Stale:
            continue
        count += 1
    record("safety.lapsing", actor=actor, requests=count)


@action("safety.forget_requests", on="before")
def forget_requests(*, actor: Actor, before: datetime) -> None:
    """Erase requests that were asked for before an instant; the journal keeps who asked and who approved (S43)."""
    gone = ApprovalRequest.objects.exclude(state=OPEN).filter(asked_at__lt=before)
    record("safety.forgetting", actor=actor, requests=erase_all(gone))
