"""States of an envelope, and what can be wrong with a mail."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

WAITING, SENT, FAILED = "waiting", "sent", "failed"
ENVELOPE_STATES = {
    WAITING: pgettext_lazy("mail", "waiting"),
    SENT: pgettext_lazy("mail", "sent"),
    FAILED: pgettext_lazy("mail", "given up"),
}
NO_SERVER, PUT_OFF, SENDER_REFUSED, ADDRESS_REFUSED, NO_ADDRESS, FAULT = (
    "no_server",
    "put_off",
    "sender",
    "address",
    "no_address",
    "fault",
)
RESTORED: Final = "restored"
TROUBLES = {
    NO_SERVER: _("the mail server did not answer"),
    PUT_OFF: _("the mail server put it off"),
    SENDER_REFUSED: _("the mail server refuses mails from this room"),
    ADDRESS_REFUSED: _("the address was refused"),
    NO_ADDRESS: _("the person has no address here any more"),
    FAULT: _("it could not be written"),
    RESTORED: _("the room was restored from a backup: it may have left before"),
}
