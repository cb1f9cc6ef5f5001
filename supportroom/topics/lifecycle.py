"""The lives of a topic and of a discussion point, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.topics.vocabulary import (
    DEFERRED,
    LEFT_OUT,
    MERGED,
    ON_AGENDA,
    OPEN,
    POINT_MERGED,
    PROPOSED,
    SUPPORTED,
    TAKEN_UP,
    WITHDRAWN,
)

_PENDING = (PROPOSED, SUPPORTED)
TOPIC = Lifecycle(
    "topic",
    PROPOSED,
    Step("find_support", (PROPOSED,), SUPPORTED, "topics.support_topic"),
    Step("lose_support", (SUPPORTED,), PROPOSED, "topics.take_mark_back"),
    Step("put_on_agenda", (*_PENDING, DEFERRED), ON_AGENDA, "topics.put_on_agenda"),
    Step("defer", (*_PENDING, ON_AGENDA), DEFERRED, "topics.defer_topic"),
    Step("merge", (*_PENDING, ON_AGENDA, DEFERRED), MERGED, "topics.merge_topic"),
    Step("withdraw", _PENDING, WITHDRAWN, "topics.withdraw_topic"),
)
DISCUSSION_POINT = Lifecycle(
    "discussion_point",
    OPEN,
    Step("take_up", (OPEN, LEFT_OUT, POINT_MERGED), TAKEN_UP, "topics.settle_point"),
    Step("merge", (OPEN, TAKEN_UP, LEFT_OUT), POINT_MERGED, "topics.settle_point"),
    Step("leave_out", (OPEN, TAKEN_UP, POINT_MERGED), LEFT_OUT, "topics.settle_point"),
)
