"""Leasing mails to a worker, and settling what became of them: one short transaction for both."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, create_many, erase_all
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.mailing.outcomes import (
    LATER,
    LEASE,
    REFUSED,
    SENT,
    UNSENDABLE,
    Outcome,
    is_hopeless,
    wait_after,
)
from supportroom.mailing.vocabulary import RESTORED
from supportroom.notices.lifecycle import MAIL
from supportroom.notices.models import AddressTrouble, Mail
from supportroom.notices.outcomes import digest_of_address, due_mails
from supportroom.notices.vocabulary import FAILED, WAITING


@action("notices.send_mail", on="lease")
def send_mail(*, actor: Actor, lease: int, take: int, outcomes: Sequence[Outcome]) -> None:
    """Settle what became of the last handful, and lease at most so many mails that are due to the worker (R08).

    What a worker says about a mail that another has leased since counts only if the mail has left.
    """
    known = {mail.pk: mail for mail in Mail.objects.filter(pk__in=[outcome.mail_id for outcome in outcomes])}
    for outcome in outcomes:
        if outcome.mail_id in known:
            _settle(known[outcome.mail_id], outcome)
    if take:
        free = due_mails().select_for_update(skip_locked=True)
        mine = list(free.values_list("pk", flat=True)[:take])
        due_mails().filter(pk__in=mine).update(lease=lease, leased_until=now() + LEASE)
    left = sum(outcome.what == SENT for outcome in outcomes)
    record("notices.outbox", actor=actor, tried=len(outcomes), sent=left)


def _settle(mail: Mail, outcome: Outcome) -> None:
    if mail.state != WAITING:
        return
    moment = now()
    settled: dict[str, Any] = {"lease": None, "leased_until": None, "settled_at": moment}
    try:
        if outcome.what == SENT:
            advance(mail, MAIL, "send", trouble="", **settled)
        elif mail.lease != outcome.lease:
            return
        elif outcome.what in (REFUSED, UNSENDABLE) or is_hopeless(mail.written_at, moment):
            advance(mail, MAIL, "give_up", trouble=outcome.trouble or mail.trouble, **settled)
        else:
            _put_back(mail, outcome)
    except Stale:
        return
    if outcome.what == REFUSED:
        erase_all(AddressTrouble.objects.filter(person_id=mail.person_id))
        trouble = {"person_id": mail.person_id, "digest": digest_of_address(outcome.address), "since": moment.date()}
        create_many(AddressTrouble, [trouble])


def _put_back(mail: Mail, outcome: Outcome) -> None:
    """Let a mail wait on: with a pause if it was tried, else as it was."""
    was_tried = outcome.what == LATER
    tries = mail.tries + was_tried
    due_at = now() + wait_after(tries) if was_tried else mail.due_at
    mine = Mail.objects.filter(pk=mail.pk, lease=outcome.lease)
    trouble = outcome.trouble or mail.trouble
    mine.update(lease=None, leased_until=None, tries=tries, due_at=due_at, trouble=trouble)


@action("notices.hold_back_mail", on="since")
def hold_back_mail(*, actor: Actor, since: datetime) -> None:
    """Give up every mail that waits in a room that was restored: it may have left since. The team can try again."""
    waiting = list(Mail.objects.filter(state=WAITING))
    for mail in waiting:
        advance(mail, MAIL, "give_up", trouble=RESTORED, lease=None, leased_until=None, settled_at=now())
    record("notices.outbox", actor=actor, held_back=len(waiting), since=since.isoformat())


@action("notices.try_again", on="until")
def try_again(*, actor: Actor, until: datetime) -> None:
    """Let every mail that was given up until an instant be tried once more, for as long as a new one."""
    moment = now()
    failed = list(Mail.objects.filter(state=FAILED, settled_at__lte=until))
    for mail in failed:
        advance(mail, MAIL, "try_again", written_at=moment, due_at=moment, settled_at=None, tries=0, trouble="")
    record("notices.outbox", actor=actor, again=len(failed))
