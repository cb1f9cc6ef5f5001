"""The life of an envelope, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.mailing.vocabulary import FAILED, SENT, WAITING

ENVELOPE = Lifecycle(
    "envelope",
    WAITING,
    Step("send", (WAITING,), SENT, "mailing.send_envelopes"),
    Step("give_up", (WAITING,), FAILED, "mailing.send_envelopes"),
    Step("try_again", (FAILED,), WAITING, "mailing.try_envelopes_again"),
)
