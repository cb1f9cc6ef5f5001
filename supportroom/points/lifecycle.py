"""The lives of a point and of a check, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.points.vocabulary import (
    AGREED,
    CHECKED,
    CLOSED,
    MERGED,
    NOT_AGREED,
    OPEN,
    RAISED,
    REMAINING,
    SPLIT,
    WITHDRAWN,
)

POINT = Lifecycle(
    "point",
    RAISED,
    Step("check", (RAISED, REMAINING), CHECKED, "points.open_check"),
    Step("agree", (CHECKED,), AGREED, "points.confirm_outcome"),
    Step("send_on", (CHECKED,), REMAINING, "points.confirm_outcome"),
    Step("take_up_again", (AGREED, NOT_AGREED), REMAINING, "points.take_up_again"),
    Step("give_up", (REMAINING,), NOT_AGREED, "points.give_up_point"),
    Step("merge", (RAISED, REMAINING), MERGED, "points.merge_points"),
    Step("split", (RAISED, REMAINING), SPLIT, "points.split_point"),
    Step("withdraw", (RAISED, REMAINING), WITHDRAWN, "points.withdraw_point"),
    Step("restore", (WITHDRAWN,), RAISED, "points.restore_point"),
)
CHECK = Lifecycle("check", OPEN, Step("close", (OPEN,), CLOSED, "points.close_check"))
