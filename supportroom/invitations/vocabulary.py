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
JOINTLY, PROPOSED = "declined_jointly", "substitute_proposed"
RESPONSE_KINDS = {
    ACCEPTED: pgettext_lazy("response", "accepted"),
    DECLINED: pgettext_lazy("response", "declined"),
    JOINTLY: pgettext_lazy("response", "declined by a joint statement"),
    PROPOSED: pgettext_lazy("response", "proposed a substitute"),
}
WAITING, CONFIRMED, REFUSED = "waiting", "confirmed", "refused"
PROPOSAL_STATES = {
    WAITING: pgettext_lazy("substitute", "the team has not decided yet"),
    CONFIRMED: pgettext_lazy("substitute", "invited instead"),
    REFUSED: pgettext_lazy("substitute", "not invited"),
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

LACKS = {
    "agenda": _("topics on the agenda"),
    "programme": _("a published programme"),
    "programme_outdated": _("the programme, published as it stands now"),
    "points": _("a discussion point, taken up, for “%(topic)s”"),
    "contact": _("a contact person for “%(topic)s”"),
    "competence": _("what the contact person for “%(topic)s” knows of it"),
    "letter": _("the letter"),
    "language": _("the letter in %(language)s"),
    "language_outdated": _("the letter in %(language)s, brought up to date"),
    "term": _("a term for answers that lies ahead and before the round begins"),
    "list": _("a confirmed list"),
    "list_empty": _("somebody on the list"),
    "reason": _("the reason why the notice is %(days)s days; the room promises %(promised)s"),
    "begun": _("a round that has not begun"),
}

TAKE_LIST = "invitations.take_list"  # what takes two (safety.approving)

ERRORS = declare_errors(
    {
        "invitations.not_ready": _("The invitations cannot go out yet. What is missing: %(missing)s."),
        "invitations.term": _("The term for answers must lie ahead, and before the round begins."),
        "invitations.nobody_new": _("Everybody on the confirmed list is invited already."),
        "invitations.letter_sent": _(
            "The letter has gone out: its words stay as they are. The term can be extended, and the reason written."
        ),
        "invitations.term_over": _(
            "The term for answers ended on %(term)s. Write to the contact person, or ask the team."
        ),
        "invitations.term_later": _("The term can only be moved to a later moment."),
        "invitations.not_waiting": _("This invitation was withdrawn or passed on: it cannot be answered any more."),
        "invitations.answered_already": _(
            "This invitation does not wait for an answer: a reminder would be out of place."
        ),
        "invitations.reminded_today": _("A reminder went out today already."),
        "invitations.answer_changed": _(
            "This invitation was answered meanwhile, perhaps by you in another window. What stands now is said below; "
            "what you typed is still here. Send it again if it should count instead."
        ),
        "invitations.round_begun": _("The round has begun: the answer cannot be changed."),
        "invitations.invited_already": _("This person is invited already."),
        "invitations.substitute_name": _("Write the name of the person who would come instead."),
        "invitations.nobody_proposed": _("No substitute waits for a decision here."),
        "invitations.joint_link": _("This joint statement cannot be joined: the link is wrong or it is closed."),
        "invitations.organisation_needed": _("Write the name of your organisation."),
        "invitations.foreign_topic": _("This topic is not on the round's agenda."),
        "invitations.below_quota": _(
            "Without a reason this person cannot come instead: the list would fall below %(quotas)s."
        ),
    }
)
