"""The lives of an invitation and of a support request, as tables."""

from supportroom.invitations.vocabulary import (
    ACCEPTED,
    ARRANGED,
    ASKED,
    DECLINED,
    DRAFTED,
    LAPSED,
    NOT_POSSIBLE,
    SENT,
    SUBSTITUTED,
    WITHDRAWN,
)
from supportroom.kernel.lifecycle import Lifecycle, Step

_ANSWERABLE = (SENT, ACCEPTED, DECLINED)  # an answer is changed by answering again; each one is kept

INVITATION = Lifecycle(
    "invitation",
    DRAFTED,
    Step("send", (DRAFTED,), SENT, "invitations.send_invitations"),
    Step("accept", _ANSWERABLE, ACCEPTED, "invitations.accept"),
    Step("decline", _ANSWERABLE, DECLINED, "invitations.decline"),
    Step("propose", _ANSWERABLE, DECLINED, "invitations.propose_substitute"),
    Step("decline_jointly", _ANSWERABLE, DECLINED, "invitations.join_decline"),
    Step("substitute", (DECLINED,), SUBSTITUTED, "invitations.confirm_substitute"),
    Step("withdraw", (DRAFTED, SENT, ACCEPTED, DECLINED, LAPSED), WITHDRAWN, "invitations.withdraw_invitation"),
    Step("lapse", (SENT,), LAPSED, "invitations.lapse"),
    Step("extend", (LAPSED,), SENT, "invitations.extend_term"),
)
SUPPORT_REQUEST = Lifecycle(
    "support_request",
    ASKED,
    Step("arrange", (ASKED, NOT_POSSIBLE), ARRANGED, "invitations.settle_request"),
    Step("refuse", (ASKED, ARRANGED), NOT_POSSIBLE, "invitations.settle_request"),
    Step("ask_anew", (ARRANGED, NOT_POSSIBLE), ASKED, "invitations.accept"),
)
