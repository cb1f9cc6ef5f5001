"""Sending what waits in the envelopes: a handful under a lease, each to one address, over one connection (R08, R12)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.conf import settings

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import random_id
from supportroom.mailing import actions
from supportroom.mailing.models import Envelope
from supportroom.mailing.outcomes import BACK, SENT, UNSENDABLE, Outcome, is_due
from supportroom.mailing.post import Post
from supportroom.mailing.vocabulary import NO_SERVER, WAITING
from supportroom.mailing.words import compose

HANDFUL: Final = 10
SPARE: Final = timedelta(minutes=1)  # of a lease, for the mail at hand
Stopping = Callable[[], bool]


def send(stopping: Stopping = lambda: False) -> int:
    """Send what is due until nothing is, the mail server is gone, or `stopping` says so; give how many left."""
    _forget()
    if not settings.MAIL_IS_ON or not Envelope.objects.filter(is_due(WAITING)).exists():
        return 0
    post, outcomes, left = Post(), list[Outcome](), 0
    while True:
        lease, take = random_id(), 0 if post.is_down or stopping() else HANDFUL
        if take or outcomes:
            actions.send_envelopes(actor=SYSTEM, lease=lease, take=take, outcomes=outcomes)
        handful = Envelope.objects.filter(lease=lease) if take else []
        outcomes = [_deliver(post, envelope, stopping) for envelope in handful]
        left += sum(outcome.what == SENT for outcome in outcomes)
        if not outcomes:
            post.close()
            return left


def _deliver(post: Post, envelope: Envelope, stopping: Stopping) -> Outcome:
    outcome = Outcome(envelope.pk, envelope.lease or 0, BACK)
    in_time = envelope.leased_until is not None and now() < envelope.leased_until - SPARE
    if post.is_down or stopping() or not in_time:
        return outcome.as_(BACK, NO_SERVER if post.is_down else "")
    message = compose(envelope)
    if message is None:
        return outcome.as_(UNSENDABLE)
    return outcome.as_(*post.hand_over(lambda: message))


def _forget() -> None:
    before = now() - actions.KEPT
    if Envelope.objects.filter(settled_at__lt=before).exists():
        actions.forget_envelopes(actor=SYSTEM, before=before)
