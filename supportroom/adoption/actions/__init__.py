"""All writes of adoption: asking the members, opposing, the office's review, what is told of it, the release."""

from supportroom.adoption.actions.adopting import make_joint, settle_adoption
from supportroom.adoption.actions.answering import answer_note, reword_for_note, translate_note
from supportroom.adoption.actions.forgetting import keep_the_count
from supportroom.adoption.actions.opinions import (
    amend_opinion,
    be_named,
    file_opinion,
    join_opinion,
    leave_opinion,
    translate_opinion,
    withdraw_opinion,
)
from supportroom.adoption.actions.releasing import ask_release, settle_release
from supportroom.adoption.actions.reviewing import (
    finish_notes,
    give_note,
    let_date_pass,
    say_no_reservations,
    send_to_office,
)
from supportroom.adoption.actions.words import agree_words, propose_words

__all__ = [
    "agree_words",
    "amend_opinion",
    "answer_note",
    "ask_release",
    "be_named",
    "file_opinion",
    "finish_notes",
    "give_note",
    "join_opinion",
    "keep_the_count",
    "leave_opinion",
    "let_date_pass",
    "make_joint",
    "propose_words",
    "reword_for_note",
    "say_no_reservations",
    "send_to_office",
    "settle_adoption",
    "settle_release",
    "translate_note",
    "translate_opinion",
    "withdraw_opinion",
]
