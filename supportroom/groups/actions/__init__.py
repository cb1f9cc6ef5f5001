"""All that is done here: one file a noun."""

from supportroom.groups.actions.calling import (
    call_group,
    close_group,
    give_up_group,
    open_group,
    reword_group,
    take_candidates,
    translate_group,
    turn_down_group,
)
from supportroom.groups.actions.seats import Choice, appoint, name_coordinator, resign
from supportroom.groups.actions.standing import stand, withdraw_candidacy

__all__ = [
    "Choice",
    "appoint",
    "call_group",
    "close_group",
    "give_up_group",
    "name_coordinator",
    "open_group",
    "resign",
    "reword_group",
    "stand",
    "take_candidates",
    "translate_group",
    "turn_down_group",
    "withdraw_candidacy",
]
