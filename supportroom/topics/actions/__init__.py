"""All that is done here: one file a noun."""

from supportroom.topics.actions.calls import amend_call, close_call, count_marks, open_call
from supportroom.topics.actions.framework import (
    add_reading,
    contribute_point,
    link_topic,
    remove_point,
    remove_reading,
    reword_point,
    settle_point,
    unlink_topic,
)
from supportroom.topics.actions.marks import support_topic, take_mark_back
from supportroom.topics.actions.remarks import remark, remove_remark
from supportroom.topics.actions.settling import (
    defer_topic,
    merge_topic,
    move_on_agenda,
    name_contact,
    put_on_agenda,
)
from supportroom.topics.actions.topics import propose_topic, reword_topic, translate_topic, withdraw_topic

__all__ = [
    "add_reading",
    "amend_call",
    "close_call",
    "contribute_point",
    "count_marks",
    "defer_topic",
    "link_topic",
    "merge_topic",
    "move_on_agenda",
    "name_contact",
    "open_call",
    "propose_topic",
    "put_on_agenda",
    "remark",
    "remove_point",
    "remove_reading",
    "remove_remark",
    "reword_point",
    "reword_topic",
    "settle_point",
    "support_topic",
    "take_mark_back",
    "translate_topic",
    "unlink_topic",
    "withdraw_topic",
]
