"""All that is done here: letters and their links, answers, assessments, steps, deliveries."""

from supportroom.answers.actions.answers import amend_answer, answer, translate_answer
from supportroom.answers.actions.arriving import acknowledge, acknowledge_by_link
from supportroom.answers.actions.assessing import ask_assessment, settle_assessment
from supportroom.answers.actions.deliveries import amend_delivery, be_named, deliver
from supportroom.answers.actions.letters import amend_letter, send_letter, withdraw_letter, write_letter
from supportroom.answers.actions.links import remind, renew_link
from supportroom.answers.actions.steps import reopen, say_done, say_lapsed, say_under_way

__all__ = [
    "acknowledge",
    "acknowledge_by_link",
    "amend_answer",
    "amend_delivery",
    "amend_letter",
    "answer",
    "ask_assessment",
    "be_named",
    "deliver",
    "remind",
    "renew_link",
    "reopen",
    "say_done",
    "say_lapsed",
    "say_under_way",
    "send_letter",
    "settle_assessment",
    "translate_answer",
    "withdraw_letter",
    "write_letter",
]
