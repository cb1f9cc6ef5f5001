"""Sending what waits in the outbox: a handful under a lease, each to one person, over one connection (R08, R12).

No transaction is open while a mail server is spoken to. A worker killed between a mail and its settling leaves a lease
that runs out; the mail then leaves again under the same Message-ID, under which mail programs show it once.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from django.conf import settings

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import random_id
from supportroom.mailing.outcomes import BACK, UNSENDABLE, Outcome
from supportroom.mailing.outcomes import SENT as LEFT
from supportroom.mailing.post import Post
from supportroom.mailing.vocabulary import NO_ADDRESS, NO_SERVER
from supportroom.notices import actions
from supportroom.notices.composing import compose
from supportroom.notices.models import Mail
from supportroom.notices.outcomes import due_mails
from supportroom.notices.queries import address_of

HANDFUL: Final = 10
SPARE: Final = timedelta(minutes=1)  # of a lease, for the mail at hand
Stopping = Callable[[], bool]


def send(stopping: Stopping = lambda: False) -> int:
    """Send what is due until nothing is, the mail server is gone, or `stopping` says so; give how many left."""
    if not settings.MAIL_IS_ON or not due_mails().exists():
        return 0
    post, outcomes, left = Post(), list[Outcome](), 0
    while True:
        lease, take = random_id(), 0 if post.is_down or stopping() else HANDFUL
        if take or outcomes:
            actions.send_mail(actor=SYSTEM, lease=lease, take=take, outcomes=outcomes)
        handful = Mail.objects.filter(lease=lease).select_related("person") if take else []
        outcomes = [_deliver(post, mail, stopping) for mail in handful]
        left += sum(outcome.what == LEFT for outcome in outcomes)
        if not outcomes:
            post.close()
            return left


def _deliver(post: Post, mail: Mail, stopping: Stopping) -> Outcome:
    """Send one mail and give what became of it; whatever goes wrong is an outcome."""
    outcome = Outcome(mail.pk, mail.lease or 0, BACK)
    in_time = mail.leased_until is not None and now() < mail.leased_until - SPARE
    if post.is_down or stopping() or not in_time:
        return outcome.as_(BACK, NO_SERVER if post.is_down else "")
    address = address_of(mail.person)
    if not address:
        return outcome.as_(UNSENDABLE, NO_ADDRESS)
    what, trouble = post.hand_over(lambda: compose(mail, address))
    return outcome.as_(what, trouble, address if what not in (LEFT, BACK) else "")
