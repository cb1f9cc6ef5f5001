"""All writes of briefings and of what they reflect."""

from supportroom.briefings.actions.absent import send_absent
from supportroom.briefings.actions.briefings import amend_briefing, log_briefing
from supportroom.briefings.actions.nearness import note_nearness
from supportroom.briefings.actions.reading import read, read_again, withdraw_reading
from supportroom.briefings.actions.trash import empty_trash, restore_briefing, trash_briefing

__all__ = [
    "amend_briefing",
    "empty_trash",
    "log_briefing",
    "note_nearness",
    "read",
    "read_again",
    "restore_briefing",
    "send_absent",
    "trash_briefing",
    "withdraw_reading",
]
