"""What the team does with one invitation: withdraw it, answer what somebody needs; and what the clock does."""

from supportroom.invitations.actions.answers import hold
from supportroom.invitations.actions.letters import hold_round
from supportroom.invitations.lifecycle import INVITATION, SUPPORT_REQUEST
from supportroom.invitations.models import Invitation, SupportRequest
from supportroom.invitations.term import passed_reminders
from supportroom.invitations.vocabulary import ACCEPTED, ARRANGED, REMINDER_DAYS, SENT
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.rounds.actions.participants import delist
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.rounds.vocabulary import PREPARING


@action("invitations.withdraw_invitation", on="invitation")
def withdraw_invitation(*, actor: Actor, invitation: Invitation) -> Invitation:
    """Take an invitation back; whoever had accepted takes part no longer. DomainError `invitations.round_begun`,
    `kernel.not_now`.
    """
    hold_round(invitation.round)
    found = hold(invitation)
    was_coming = found.state == ACCEPTED
    advance(found, INVITATION, "withdraw")
    if was_coming:
        delist(found.round, found.person)
    record(found, actor=actor)
    return found


@action("invitations.settle_request", on="support_request")
def settle_request(
    *, actor: Actor, support_request: SupportRequest, outcome: str, answer: str = "", seen: int | None = None
) -> SupportRequest:
    """Say that what somebody needs is arranged, or not possible, with a word about it.

    Said again with the same outcome, only the word changes. Stale where somebody was faster; DomainError
    `rounds.round_over`.
    """
    refuse_if_over(support_request.invitation.round)
    if support_request.state == outcome:
        change(support_request, seen=seen, answer=answer.strip())
    else:
        if seen is not None and seen != support_request.version:
            raise Stale
        verb = "arrange" if outcome == ARRANGED else "refuse"
        advance(support_request, SUPPORT_REQUEST, verb, answer=answer.strip())
    record(support_request, actor=actor, outcome=outcome)
    return support_request


@action("invitations.remind", on="invitation")
def remind(*, actor: Actor, invitation: Invitation, days: int = 0) -> Invitation:
    """Remind somebody who has not answered, so many days before the term; 0 for a reminder by hand, one a day.

    DomainError `invitations.answered_already`, `invitations.term_over`, `invitations.reminded_today`; Stale where
    this reminder was sent meanwhile.
    """
    moment, found = now(), hold(invitation)
    waits = found.state == SENT and found.round.state in PREPARING and not found.is_over(moment)
    refuse_unless(waits, "invitations.answered_already")
    if days in found.reminded_days:
        raise Stale("kernel.not_now")
    refuse_unless(days or found.reminded_on != moment.date(), "invitations.reminded_today")
    passed = passed_reminders(days, REMINDER_DAYS) if days else []
    change(found, reminded_days=sorted({*found.reminded_days, *passed}), reminded_on=moment.date())
    record(found, actor=actor, days=days)
    return found


@action("invitations.lapse", on="invitation")
def lapse(*, actor: Actor, invitation: Invitation) -> Invitation:
    """Let an invitation lapse whose term is over without an answer; Stale where that is not so (any more)."""
    found = hold(invitation)
    if found.state != SENT or not found.is_over(now()):
        raise Stale("kernel.not_now")
    advance(found, INVITATION, "lapse")
    record(found, actor=actor)
    return found
