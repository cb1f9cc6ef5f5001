"""The life of a letter, as a table. Recommendations and submissions have theirs in `register.lifecycle`."""

from supportroom.answers.vocabulary import ACKNOWLEDGED, DRAFTED, SENT, WITHDRAWN
from supportroom.kernel.lifecycle import Lifecycle, Step

LETTER = Lifecycle(
    "letter",
    DRAFTED,
    Step("send", (DRAFTED,), SENT, "answers.send_letter"),
    Step("acknowledge", (SENT,), ACKNOWLEDGED, "answers.acknowledge"),
    Step("withdraw", (DRAFTED, SENT), WITHDRAWN, "answers.withdraw_letter"),
)
