"""All writes of the app."""

from supportroom.intake.actions.bringing import bring_document, cancel_intake
from supportroom.intake.actions.correcting import (
    add_item,
    correct_item,
    drop_item,
    join_items,
    split_item,
    take_item,
)
from supportroom.intake.actions.grouping import amend_group, drop_group, take_group
from supportroom.intake.actions.recording import record_intake

__all__ = [
    "add_item",
    "amend_group",
    "bring_document",
    "cancel_intake",
    "correct_item",
    "drop_group",
    "drop_item",
    "join_items",
    "record_intake",
    "split_item",
    "take_group",
    "take_item",
]
