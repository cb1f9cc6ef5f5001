"""The lives of a recommendation and of its submission to one addressee, as tables.

A recommendation is sent when the first of its submissions is, acknowledged when one is, answered when all that were
sent are answered, and sent again when it is put to a further addressee; then follows what becomes of it. Steps of the
second half are taken in `answers`.
"""

from supportroom.kernel.lifecycle import Lifecycle, Step
from supportroom.register.vocabulary import (
    ACKNOWLEDGED,
    ANSWERED,
    DONE,
    LAPSED,
    RECORDED,
    REOPENED,
    SENT,
    UNDER_WAY,
)

RECOMMENDATION = Lifecycle(
    "recommendation",
    RECORDED,
    Step("send", (RECORDED, ANSWERED, REOPENED), SENT, "answers.send_letter"),
    Step("acknowledge", (SENT,), ACKNOWLEDGED, "answers.acknowledge"),
    Step("answer", (RECORDED, SENT, ACKNOWLEDGED, REOPENED), ANSWERED, "answers.answer"),
    Step("begin", (RECORDED, SENT, ACKNOWLEDGED, ANSWERED, REOPENED), UNDER_WAY, "answers.say_under_way"),
    Step("finish", (RECORDED, SENT, ACKNOWLEDGED, ANSWERED, UNDER_WAY, REOPENED), DONE, "answers.say_done"),
    Step("lapse", (RECORDED, SENT, ACKNOWLEDGED, ANSWERED, UNDER_WAY, REOPENED), LAPSED, "answers.say_lapsed"),
    Step("reopen", (ANSWERED, UNDER_WAY, DONE, LAPSED), REOPENED, "answers.reopen"),
    Step("call_back", (SENT,), RECORDED, "answers.withdraw_letter"),
    Step("call_back_reopened", (SENT,), REOPENED, "answers.withdraw_letter"),
)
SUBMISSION = Lifecycle(
    "submission",
    RECORDED,
    Step("send", (RECORDED,), SENT, "answers.send_letter"),
    Step("acknowledge", (SENT,), ACKNOWLEDGED, "answers.acknowledge"),
    Step("answer", (RECORDED, SENT, ACKNOWLEDGED), ANSWERED, "answers.answer"),
    Step("reopen", (ANSWERED,), RECORDED, "answers.reopen"),
    Step("call_back", (SENT,), RECORDED, "answers.withdraw_letter"),
)
