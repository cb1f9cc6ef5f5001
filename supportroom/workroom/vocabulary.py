"""States, answers to a proposed time, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PROPOSED, SET, HELD, CALLED_OFF = "proposed", "set", "held", "called_off"
MEETING_STATES = {
    PROPOSED: pgettext_lazy("meeting", "times proposed"),
    SET: pgettext_lazy("meeting", "set"),
    HELD: pgettext_lazy("meeting", "held"),
    CALLED_OFF: pgettext_lazy("meeting", "called off"),
}
YES, IF_NEEDED, NO = "yes", "if_needed", "no"
SLOT_ANSWERS = {
    YES: pgettext_lazy("a proposed time", "yes"),
    IF_NEEDED: pgettext_lazy("a proposed time", "if it must be"),
    NO: pgettext_lazy("a proposed time", "no"),
}

ERRORS = declare_errors(
    {
        "workroom.not_yours": _("Only who wrote this can change it."),
    }
)
