"""The life of a members' check, as a table."""

from supportroom.checks.vocabulary import COUNTED, OPEN, WITHDRAWN
from supportroom.kernel.lifecycle import Lifecycle, Step

CHECK = Lifecycle(
    "members_check",
    OPEN,
    Step("count", (OPEN,), COUNTED, "checks.count_check"),
    Step("withdraw", (OPEN,), WITHDRAWN, "checks.withdraw_members_check"),
)
