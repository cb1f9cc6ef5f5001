"""What is done for the clock: reminders before the term, lapses after it. Safe to run twice, at once, or late."""

import logging

from supportroom.invitations.actions import lapse, remind
from supportroom.invitations.models import Invitation
from supportroom.invitations.queries import waiting_for_an_answer
from supportroom.invitations.term import reminder_due
from supportroom.invitations.vocabulary import REMINDER_DAYS
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.rounds.vocabulary import PREPARING

log = logging.getLogger(__name__)


def remind_and_lapse() -> int:
    """Remind those who have not answered, 7 and 2 days before their term, and let lapse what is over; give how many.

    Each invitation is a transaction of its own: a run that was killed is ended by the next.
    """
    return sum(_step(invitation) for invitation in list(waiting_for_an_answer()))


def _step(invitation: Invitation) -> int:
    """Do what is due for one invitation; give 1 if anything was done."""
    moment, sent_at = now(), invitation.sent_at
    try:
        if invitation.is_over(moment):
            lapse(actor=SYSTEM, invitation=invitation)
            return 1
        reminded = invitation.reminded_days
        due = sent_at and reminder_due(invitation.term, sent_at, moment, days=REMINDER_DAYS, reminded=reminded)
        if due and invitation.round.state in PREPARING:
            remind(actor=SYSTEM, invitation=invitation, days=due)
            return 1
    except DomainError as error:  # answered, extended, withdrawn or reminded since it was read
        log.info("an invitation has moved on meanwhile: %s", error.code)
    return 0
