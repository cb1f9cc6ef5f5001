"""Everything that is done with invitations."""

from supportroom.invitations.actions.answers import accept, decline, propose_substitute
from supportroom.invitations.actions.joint import begin_joint_decline, join_decline, publish_wish
from supportroom.invitations.actions.letters import extend_term, send_invitations, write_letter
from supportroom.invitations.actions.questions import answer_question, ask_question
from supportroom.invitations.actions.settling import lapse, remind, settle_request, withdraw_invitation
from supportroom.invitations.actions.substitutes import confirm_substitute, refuse_substitute

__all__ = [
    "accept",
    "answer_question",
    "ask_question",
    "begin_joint_decline",
    "confirm_substitute",
    "decline",
    "extend_term",
    "join_decline",
    "lapse",
    "propose_substitute",
    "publish_wish",
    "refuse_substitute",
    "remind",
    "send_invitations",
    "settle_request",
    "withdraw_invitation",
    "write_letter",
]
