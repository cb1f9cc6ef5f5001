"""All that is done to points and checks: one file a noun."""

from supportroom.points.actions.board import focus_point
from supportroom.points.actions.checks import Answer, open_check, take_position, take_positions
from supportroom.points.actions.importing import import_points
from supportroom.points.actions.outcomes import (
    close_check,
    confirm_agreed,
    confirm_outcome,
    give_up_point,
    take_up_again,
)
from supportroom.points.actions.points import (
    merge_points,
    move_point,
    raise_point,
    restore_point,
    split_point,
    withdraw_point,
)
from supportroom.points.actions.words import confirm_translation, reword_point, translate_point
from supportroom.points.subjects import Subject

__all__ = [
    "Answer",
    "Subject",
    "close_check",
    "confirm_agreed",
    "confirm_outcome",
    "confirm_translation",
    "focus_point",
    "give_up_point",
    "import_points",
    "merge_points",
    "move_point",
    "open_check",
    "raise_point",
    "restore_point",
    "reword_point",
    "split_point",
    "take_position",
    "take_positions",
    "take_up_again",
    "translate_point",
    "withdraw_point",
]
