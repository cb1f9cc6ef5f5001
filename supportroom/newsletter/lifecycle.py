"""The lives of a subscriber and of an issue, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.newsletter.vocabulary import CONFIRMED, DRAFTED, PENDING, SENT

SUBSCRIBER = Lifecycle(
    "subscriber",
    PENDING,
    Step("confirm", (PENDING,), CONFIRMED, "newsletter.confirm"),
)
ISSUE = Lifecycle(
    "newsletter",
    DRAFTED,
    Step("send", (DRAFTED,), SENT, "newsletter.send_issue"),
)
