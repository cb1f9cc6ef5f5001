"""The life of a mail, as a table."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.notices.vocabulary import FAILED, SENT, WAITING

MAIL = Lifecycle(
    "mail",
    WAITING,
    Step("send", (WAITING,), SENT, "notices.send_mail"),
    Step("give_up", (WAITING,), FAILED, "notices.send_mail"),
    Step("try_again", (FAILED,), WAITING, "notices.try_again"),
)
