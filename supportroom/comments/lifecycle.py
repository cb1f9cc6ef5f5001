"""The lives of a comment window and of a comment, as tables."""

from supportroom.comments.vocabulary import ANSWERED, CLOSED, OPEN, RUNNING, WITHDRAWN
from supportroom.kernel.lifecycle import Lifecycle, Step

WINDOW = Lifecycle(
    "comment_window",
    RUNNING,
    Step("close", (RUNNING,), CLOSED, "comments.close_window"),
)
COMMENT = Lifecycle(
    "comment",
    OPEN,
    Step("answer", (OPEN, ANSWERED), ANSWERED, "comments.answer_comments"),
    Step("withdraw", (OPEN,), WITHDRAWN, "comments.withdraw_comment"),
    Step("open_again", (ANSWERED,), OPEN, "comments.open_again"),
)
