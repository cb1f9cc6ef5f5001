"""All writes, by noun."""

from supportroom.comments.actions.agenda import put_on_meeting, take_off_meeting
from supportroom.comments.actions.answers import answer_comments, insist, open_again, say_satisfied
from supportroom.comments.actions.comments import amend_comment, comment, withdraw_comment
from supportroom.comments.actions.files import read_in_comments
from supportroom.comments.actions.mailed import drop_mailed, keep_mailed, receive_mail
from supportroom.comments.actions.support import support_comment, withdraw_support
from supportroom.comments.actions.translating import translate_comment
from supportroom.comments.actions.windows import announce_window, close_window, open_window, remind_window

__all__ = [
    "amend_comment",
    "announce_window",
    "answer_comments",
    "close_window",
    "comment",
    "drop_mailed",
    "insist",
    "keep_mailed",
    "open_again",
    "open_window",
    "put_on_meeting",
    "read_in_comments",
    "receive_mail",
    "remind_window",
    "say_satisfied",
    "support_comment",
    "take_off_meeting",
    "translate_comment",
    "withdraw_comment",
    "withdraw_support",
]
