"""Sending what waits in the outbox: a handful under a lease, each to one person, over one connection (R08, R12).

No transaction is open while a mail server is spoken to. A worker killed between a mail and its settling leaves a lease
that runs out; the mail then leaves again under the same Message-ID, under which mail programs show it once.
"""

import logging
import smtplib
from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.core.mail import get_connection

from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.ids import random_id
from supportroom.notices import actions
from supportroom.notices.composing import compose
from supportroom.notices.models import Mail
from supportroom.notices.outcomes import BACK, LATER, REFUSED, UNSENDABLE, Outcome, due_mails
from supportroom.notices.outcomes import SENT as LEFT
from supportroom.notices.queries import address_of
from supportroom.notices.vocabulary import ADDRESS_REFUSED, FAULT, NO_ADDRESS, NO_SERVER, PUT_OFF, SENDER_REFUSED

log = logging.getLogger(__name__)
HANDFUL: Final = 10
MOST_LOSSES: Final = 3
PER_CONNECTION: Final = 100
SPARE: Final = timedelta(minutes=1)  # of a lease, for the mail at hand
GONE: Final = 421
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
        outcomes = [post.deliver(mail, stopping) for mail in handful]
        left += sum(outcome.what == LEFT for outcome in outcomes)
        if not outcomes:
            post.close()
            return left


class Post:
    """The way to the mail server: one connection for many mails, opened when the first is sent."""

    def __init__(self) -> None:
        """Begin without a connection."""
        self.connection: Any = None
        self.sent = self.losses = 0
        self.is_down = False

    def deliver(self, mail: Mail, stopping: Stopping) -> Outcome:
        """Send one mail and give what became of it; whatever goes wrong is an outcome."""
        outcome = Outcome(mail.pk, mail.lease or 0, BACK)
        in_time = mail.leased_until is not None and now() < mail.leased_until - SPARE
        if self.is_down or stopping() or not in_time:
            return outcome.as_(BACK, NO_SERVER if self.is_down else "")
        address = address_of(mail.person)
        if not address:
            return outcome.as_(UNSENDABLE, NO_ADDRESS)
        if not self._open():
            return outcome.as_(BACK, NO_SERVER)
        try:
            self.connection.send_messages([compose(mail, address)])
        except Exception as error:  # noqa: BLE001 - whatever it is, the next mail has to leave
            what, trouble = self._what_went_wrong(error)
            return outcome.as_(what, trouble, address)
        self.sent, self.losses = self.sent + 1, 0
        if self.sent % PER_CONNECTION == 0:
            self.close()
        return outcome.as_(LEFT)

    def _open(self) -> bool:
        """Open the connection if there is none; False where the server cannot be reached or does not let us in."""
        if self.connection is not None:
            return True
        self.connection = get_connection()
        try:
            self.connection.open()
        except (OSError, smtplib.SMTPException) as error:
            log.warning("the mail server cannot be reached: %s", type(error).__name__)
            self.is_down = True
            self.close()
        return not self.is_down

    def _what_went_wrong(self, error: Exception) -> tuple[str, str]:
        """Give the outcome and the trouble; a connection that may be broken is closed."""
        match error:
            case smtplib.SMTPRecipientsRefused():
                return self._recipient_refused(*next(iter(error.recipients.values())))
            case smtplib.SMTPSenderRefused():
                self.close()
                return LATER, SENDER_REFUSED
            case smtplib.SMTPResponseException():
                self.close()
                return LATER, PUT_OFF
            case smtplib.SMTPException() | OSError():
                self.close()
                self.losses += 1
                self.is_down = self.losses >= MOST_LOSSES
                return LATER, NO_SERVER
        log.error("a mail could not be written: %s", type(error).__name__)
        return LATER, FAULT

    def _recipient_refused(self, code: int, words: bytes) -> tuple[str, str]:
        """5xx is for good, unless it speaks of policy (5.7.x, RFC 3463): that is our trouble, not the address's."""
        if code == GONE:
            self.close()
        if code >= 500 and not words.startswith(b"5.7."):
            return REFUSED, ADDRESS_REFUSED
        return LATER, SENDER_REFUSED if code >= 500 else PUT_OFF

    def close(self) -> None:
        """Close the connection if there is one, whatever state it is in."""
        connection, self.connection = self.connection, None
        if connection is not None:
            try:
                connection.close()
            except (OSError, smtplib.SMTPException) as error:
                log.warning("the mail server went without a word: %s", type(error).__name__)
