"""All that is done here: one file a noun."""

from supportroom.workroom.actions.answering import answer_slots
from supportroom.workroom.actions.meetings import (
    amend_meeting,
    call_off_meeting,
    propose_meeting,
    set_meeting,
    write_minutes,
)
from supportroom.workroom.actions.posts import amend_post, remove_post, write_post
from supportroom.workroom.actions.tasks import add_task, amend_task, finish_task, remove_task, reopen_task
from supportroom.workroom.actions.threads import mark_seen, open_thread, retitle_thread

__all__ = [
    "add_task",
    "amend_meeting",
    "amend_post",
    "amend_task",
    "answer_slots",
    "call_off_meeting",
    "finish_task",
    "mark_seen",
    "open_thread",
    "propose_meeting",
    "remove_post",
    "remove_task",
    "reopen_task",
    "retitle_thread",
    "set_meeting",
    "write_minutes",
    "write_post",
]
