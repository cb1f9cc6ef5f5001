"""All that is done here: one file a noun."""

from supportroom.groups.actions.appointment import Choice, appoint, replace
from supportroom.groups.actions.asking import ask_members
from supportroom.groups.actions.calling import (
    call_group,
    close_group,
    end_candidates,
    give_up_group,
    open_group,
    reword_group,
    take_candidates,
    translate_group,
    turn_down_group,
)
from supportroom.groups.actions.seats import name_coordinator, resign
from supportroom.groups.actions.standing import stand, withdraw_candidacy

__all__ = [
    "Choice",
    "appoint",
    "ask_members",
    "call_group",
    "close_group",
    "end_candidates",
    "give_up_group",
    "name_coordinator",
    "open_group",
    "replace",
    "resign",
    "reword_group",
    "stand",
    "take_candidates",
    "translate_group",
    "turn_down_group",
    "withdraw_candidacy",
]
