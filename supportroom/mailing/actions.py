"""Leasing envelopes to a worker, settling what became of them, and forgetting them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, erase_all
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Stale
from supportroom.mailing.lifecycle import ENVELOPE
from supportroom.mailing.models import Envelope
from supportroom.mailing.outcomes import (
    LATER,
    LEASE,
    REFUSED,
    SENT,
    UNSENDABLE,
    Outcome,
    is_due,
    is_hopeless,
    wait_after,
)
from supportroom.mailing.vocabulary import FAILED, RESTORED, WAITING

KEPT: Final = timedelta(days=7)
FORGOTTEN: Final = {"address": "", "secret": ""}


@action("mailing.send_envelopes", on="lease")
def send_envelopes(*, actor: Actor, lease: int, take: int, outcomes: Sequence[Outcome]) -> None:
    """Settle what became of the last handful, and lease at most so many envelopes that are due to the worker (R08).

    What a worker says about an envelope that another has leased since counts only if the mail has left.
    """
    known = {one.pk: one for one in Envelope.objects.filter(pk__in=[outcome.mail_id for outcome in outcomes])}
    for outcome in outcomes:
        if outcome.mail_id in known:
            _settle(known[outcome.mail_id], outcome)
    if take:
        free = Envelope.objects.filter(is_due(WAITING)).select_for_update(skip_locked=True)
        mine = list(free.values_list("pk", flat=True)[:take])
        Envelope.objects.filter(is_due(WAITING), pk__in=mine).update(lease=lease, leased_until=now() + LEASE)
    record("mailing.outbox", actor=actor, tried=len(outcomes), sent=sum(one.what == SENT for one in outcomes))


def _settle(envelope: Envelope, outcome: Outcome) -> None:
    if envelope.state != WAITING:
        return
    moment = now()
    settled: dict[str, Any] = {"lease": None, "leased_until": None, "settled_at": moment}
    try:
        if outcome.what == SENT:
            advance(envelope, ENVELOPE, "send", trouble="", **FORGOTTEN, **settled)
        elif envelope.lease != outcome.lease:
            return
        elif outcome.what in (REFUSED, UNSENDABLE):
            advance(envelope, ENVELOPE, "give_up", trouble=outcome.trouble, **FORGOTTEN, **settled)
        elif is_hopeless(envelope.written_at, moment):
            advance(envelope, ENVELOPE, "give_up", trouble=outcome.trouble or envelope.trouble, **settled)
        else:
            _put_back(envelope, outcome)
    except Stale:
        return


def _put_back(envelope: Envelope, outcome: Outcome) -> None:
    """Let an envelope wait on: with a pause if it was tried, else as it was."""
    was_tried = outcome.what == LATER
    tries = envelope.tries + was_tried
    due_at = now() + wait_after(tries) if was_tried else envelope.due_at
    mine = Envelope.objects.filter(pk=envelope.pk, lease=outcome.lease)
    trouble = outcome.trouble or envelope.trouble
    mine.update(lease=None, leased_until=None, tries=tries, due_at=due_at, trouble=trouble)


@action("mailing.try_envelopes_again", on="until")
def try_envelopes_again(*, actor: Actor, until: datetime) -> None:
    """Let every envelope that was given up until an instant, and still has its address, be tried once more."""
    moment = now()
    failed = list(Envelope.objects.filter(state=FAILED, settled_at__lte=until).exclude(address=""))
    for envelope in failed:
        advance(
            envelope, ENVELOPE, "try_again",
            written_at=moment, due_at=moment, settled_at=None, tries=0, trouble="",
        )  # fmt: skip
    record("mailing.outbox", actor=actor, again=len(failed))


@action("mailing.hold_back_envelopes", on="since")
def hold_back_envelopes(*, actor: Actor, since: datetime) -> None:
    """Give up every envelope that waits in a room that was restored: it may have left since. The team can try again."""
    waiting = list(Envelope.objects.filter(state=WAITING))
    for envelope in waiting:
        advance(envelope, ENVELOPE, "give_up", trouble=RESTORED, lease=None, leased_until=None, settled_at=now())
    record("mailing.outbox", actor=actor, held_back=len(waiting), since=since.isoformat())


@action("mailing.forget_envelopes", on="before")
def forget_envelopes(*, actor: Actor, before: datetime) -> None:
    """Erase envelopes that were settled before an instant (S43)."""
    record("mailing.forgetting", actor=actor, rows=erase_all(Envelope.objects.filter(settled_at__lt=before)))
