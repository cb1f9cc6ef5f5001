"""The lives of a request for approval, an account, a buddy and an incident, as tables."""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.safety.vocabulary import (
    AGREED,
    APPROVED,
    ASKED,
    CLOSED,
    FREE,
    IN_HAND,
    LAPSED,
    LOCKED,
    OPEN,
    REFUSED,
    REPORTED,
    WITHDRAWN,
)

REQUEST = Lifecycle(
    "approval_request",
    OPEN,
    Step("approve", (OPEN,), APPROVED, "safety.approve_request"),
    Step("refuse", (OPEN,), REFUSED, "safety.refuse_request"),
    Step("withdraw", (OPEN,), WITHDRAWN, "safety.withdraw_request"),
    Step("lapse", (OPEN,), LAPSED, "safety.lapse_requests"),
)
ACCOUNT = Lifecycle(
    "account",
    FREE,
    Step("lock", (FREE,), LOCKED, "safety.lock_as_buddy"),
    Step("unlock", (LOCKED,), FREE, "safety.approve_request"),
)
BUDDY = Lifecycle("buddy", ASKED, Step("agree", (ASKED,), AGREED, "safety.agree_to_buddy"))
INCIDENT = Lifecycle(
    "incident",
    REPORTED,
    Step("take", (REPORTED,), IN_HAND, "safety.take_incident"),
    Step("close", (REPORTED, IN_HAND), CLOSED, "safety.close_incident"),
)
