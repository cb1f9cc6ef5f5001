"""Publishing, and publishing corrections as new editions."""

from supportroom.site.actions.papers import correct_paper, correct_words, publish_paper
from supportroom.site.actions.press import make_press_link, withdraw_press_link
from supportroom.site.actions.reports import correct_report, publish_report

__all__ = [
    "correct_paper",
    "correct_report",
    "correct_words",
    "make_press_link",
    "publish_paper",
    "publish_report",
    "withdraw_press_link",
]
