"""All that is done: one file a noun."""

from supportroom.safety.actions.approvals import (
    approve_request,
    ask_approval,
    forget_requests,
    lapse_requests,
    refuse_request,
    withdraw_request,
)
from supportroom.safety.actions.buddies import agree_to_buddy, end_buddy, lock_as_buddy, name_buddy
from supportroom.safety.actions.closing import close_account
from supportroom.safety.actions.incidents import (
    close_incident,
    forget_incidents,
    note_incident,
    report_incident,
    take_incident,
)

__all__ = [
    "agree_to_buddy",
    "approve_request",
    "ask_approval",
    "close_account",
    "close_incident",
    "end_buddy",
    "forget_incidents",
    "forget_requests",
    "lapse_requests",
    "lock_as_buddy",
    "name_buddy",
    "note_incident",
    "refuse_request",
    "report_incident",
    "take_incident",
    "withdraw_request",
]
