"""States and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PENDING, CONFIRMED = "pending", "confirmed"
SUBSCRIBER_STATES = {
    PENDING: pgettext_lazy("subscriber", "to be confirmed"),
    CONFIRMED: pgettext_lazy("subscriber", "confirmed"),
}
DRAFTED, SENT = "drafted", "sent"
ISSUE_STATES = {
    DRAFTED: pgettext_lazy("newsletter", "draft"),
    SENT: pgettext_lazy("newsletter", "sent"),
}
TONES = {DRAFTED: "quiet", SENT: "settled"}
LINE_KINDS = {
    "published": pgettext_lazy("newsletter", "Published"),
    "news": pgettext_lazy("newsletter", "News"),
    "event": pgettext_lazy("newsletter", "Event"),
    "answer": pgettext_lazy("newsletter", "Answer to a recommendation"),
}
PENDING_DAYS: Final = 3
MOST_PENDING: Final = 500  # a flood of foreign addresses stops here; those who ask later come again the next day

ERRORS = declare_errors(
    {
        "newsletter.empty": _("There is nothing new since that day, and no introduction: nothing was sent."),
        "newsletter.too_many": _("Too many people asked for the newsletter today. Please come back tomorrow."),
        "newsletter.link_over": _("This link is not valid any more. Ask for the newsletter once more."),
        "newsletter.language_missing": _("The issue has no title in %(language)s yet."),
    }
)
