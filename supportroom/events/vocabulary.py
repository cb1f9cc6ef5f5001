"""Kinds, states and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PRESS_CONFERENCE, LAUNCH, DISCUSSION, OTHER = "press_conference", "launch", "discussion", "other"
KINDS = {
    PRESS_CONFERENCE: pgettext_lazy("public event", "press conference"),
    LAUNCH: pgettext_lazy("public event", "presentation of a paper or report"),
    DISCUSSION: pgettext_lazy("public event", "public discussion"),
    OTHER: pgettext_lazy("public event", "other"),
}
PLANNED, ANNOUNCED, HELD, CALLED_OFF = "planned", "announced", "held", "called_off"
STATES = {
    PLANNED: pgettext_lazy("public event", "planned"),
    ANNOUNCED: pgettext_lazy("public event", "announced"),
    HELD: pgettext_lazy("public event", "held"),
    CALLED_OFF: pgettext_lazy("public event", "called off"),
}
TONES = {PLANNED: "quiet", ANNOUNCED: "waiting", HELD: "settled", CALLED_OFF: "refused"}

ERRORS = declare_errors(
    {
        "events.ends_first": _("The event ends before it begins."),
        "events.link": _("Write the web address as it stands in a browser: it begins with https://."),
        "events.not_yet": _("The event has not begun yet."),
        "events.reason_needed": _("Say why it is called off: everybody can read it."),
    }
)
