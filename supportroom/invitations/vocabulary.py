"""States of invitations, kinds of responses and of support, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

DRAFTED, SENT, ACCEPTED, DECLINED, SUBSTITUTED, WITHDRAWN, LAPSED = (
    "drafted",
    "sent",
    "accepted",
    "declined",
    "substituted",
    "withdrawn",
    "lapsed",
)
INVITATION_STATES = {
    DRAFTED: pgettext_lazy("invitation", "drafted"),
    SENT: pgettext_lazy("invitation", "waiting for an answer"),
    ACCEPTED: pgettext_lazy("invitation", "accepted"),
    DECLINED: pgettext_lazy("invitation", "declined"),
    SUBSTITUTED: pgettext_lazy("invitation", "substituted"),
    WITHDRAWN: pgettext_lazy("invitation", "withdrawn"),
    LAPSED: pgettext_lazy("invitation", "lapsed"),
}
RESPONSE_KINDS = {
    ACCEPTED: pgettext_lazy("response", "accepted"),
    DECLINED: pgettext_lazy("response", "declined"),
    "declined_jointly": pgettext_lazy("response", "declined by a joint statement"),
    "substitute_proposed": pgettext_lazy("response", "proposed a substitute"),
}
VISA, TRAVEL, CONNECTION, INTERPRETATION, CARE, ACCESSIBILITY = (
    "visa",
    "travel",
    "connection",
    "interpretation",
    "care",
    "accessibility",
)
SUPPORT_KINDS = {
    VISA: pgettext_lazy("support", "visa"),
    TRAVEL: pgettext_lazy("support", "travel"),
    CONNECTION: pgettext_lazy("support", "a connection"),
    INTERPRETATION: pgettext_lazy("support", "interpretation"),
    CARE: pgettext_lazy("support", "care for children or relatives"),
    ACCESSIBILITY: pgettext_lazy("support", "accessibility"),
}
ASKED, ARRANGED, NOT_POSSIBLE = "asked", "arranged", "not_possible"
REQUEST_STATES = {
    ASKED: pgettext_lazy("support request", "asked for"),
    ARRANGED: pgettext_lazy("support request", "arranged"),
    NOT_POSSIBLE: pgettext_lazy("support request", "not possible"),
}
REMINDER_DAYS = (7, 2)

ERRORS = declare_errors(
    {
        "invitations.not_ready": _("The invitations cannot go out yet. What is missing: %(missing)s"),
        "invitations.term": _("The term for answers must lie ahead, and before the round begins."),
        "invitations.reason_needed": _(
            "The notice is %(days)s days; this room promises at least %(minimum)s. Write the reason: it stands in the "
            "invitation and in the report."
        ),
        "invitations.nobody_new": _("Everybody on the confirmed list is invited already."),
        "invitations.term_over": _(
            "The term for answers ended on %(term)s. Write to the contact person, or ask the team."
        ),
        "invitations.not_waiting": _("This invitation was withdrawn or passed on: it cannot be answered any more."),
        "invitations.round_begun": _("The round is over: the answer cannot be changed."),
        "invitations.invited_already": _("This person is invited already."),
        "invitations.substitute_name": _("Write the name of the person who would come instead."),
        "invitations.joint_link": _("This joint statement cannot be joined: the link is wrong or it is closed."),
        "invitations.joined": _("You have joined this statement already."),
        "invitations.question_empty": _("Write your question first."),
        "invitations.below_quota": _(
            "Without a reason this person cannot come instead: the list would fall below %(quotas)s."
        ),
    }
)
