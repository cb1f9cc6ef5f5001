"""The way to the mail server: one connection for many mails, opened when the first is sent (R12).

No transaction is open while a mail server is spoken to. Whatever goes wrong with a mail is an outcome, never an
exception: the next mail has to leave.
"""

import logging
import smtplib
from collections.abc import Callable
from typing import Any, Final

from django.core.mail import EmailMessage, get_connection

from supportroom.mailing.outcomes import BACK, LATER, REFUSED, SENT
from supportroom.mailing.vocabulary import ADDRESS_REFUSED, FAULT, NO_SERVER, PUT_OFF, SENDER_REFUSED

log = logging.getLogger(__name__)
MOST_LOSSES: Final = 3
PER_CONNECTION: Final = 100
GONE: Final = 421


def what_keeps_us_out() -> str:
    """Knock at the mail server without handing anything over; give the kind of trouble, empty if it lets us in."""
    try:
        with get_connection():
            return ""
    except (OSError, smtplib.SMTPException) as error:
        return type(error).__name__


class Post:
    """A connection to the mail server while it lasts; `is_down` once it is given up for this time."""

    def __init__(self) -> None:
        """Begin without a connection."""
        self.connection: Any = None
        self.sent = self.losses = 0
        self.is_down = False

    def hand_over(self, write: Callable[[], EmailMessage]) -> tuple[str, str]:
        """Send the mail that `write` gives; give the outcome (left, later, refused, back) and the trouble, if any."""
        if self.is_down or not self._open():
            return BACK, NO_SERVER
        try:
            self.connection.send_messages([write()])
        except Exception as error:  # noqa: BLE001 - whatever it is, the next mail has to leave
            return self._what_went_wrong(error)
        self.sent, self.losses = self.sent + 1, 0
        if self.sent % PER_CONNECTION == 0:
            self.close()
        return SENT, ""

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
