"""The lives of a working group, a candidate and a seat, as tables."""

from supportroom.groups.vocabulary import (
    APPOINTED,
    AT_WORK,
    CALLED,
    CANDIDATES,
    CLOSED,
    GIVEN_UP,
    HELD,
    NOT_APPOINTED,
    NOT_OPENED,
    STANDING,
    WITHDRAWN,
)
from supportroom.kernel.lifecycle import Lifecycle, Step

GROUP = Lifecycle(
    "working_group",
    CALLED,
    Step("open", (CALLED, NOT_OPENED), CANDIDATES, "groups.open_group"),
    Step("turn_down", (CALLED,), NOT_OPENED, "groups.turn_down_group"),
    Step("appoint", (CANDIDATES,), AT_WORK, "groups.appoint"),
    Step("close", (AT_WORK,), CLOSED, "groups.close_group"),
    Step("give_up", (CANDIDATES,), NOT_OPENED, "groups.give_up_group"),
)
CANDIDATE = Lifecycle(
    "candidate",
    STANDING,
    Step("withdraw", (STANDING, NOT_APPOINTED), WITHDRAWN, "groups.withdraw_candidacy"),
    Step("stand_again", (WITHDRAWN,), STANDING, "groups.stand"),
    Step("appoint", (STANDING, NOT_APPOINTED), APPOINTED, "groups.appoint"),
    Step("pass_over", (STANDING,), NOT_APPOINTED, "groups.appoint"),
    Step("resign", (APPOINTED,), WITHDRAWN, "groups.resign"),
)
SEAT = Lifecycle(
    "seat",
    HELD,
    Step("give_up", (HELD,), GIVEN_UP, "groups.resign"),
)
