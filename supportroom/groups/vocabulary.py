"""States of a group, a candidate and a seat, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

CALLED, CANDIDATES, AT_WORK, CLOSED, NOT_OPENED = "called", "candidates", "at_work", "closed", "not_opened"
GROUP_STATES = {
    CALLED: pgettext_lazy("working group", "called for"),
    CANDIDATES: pgettext_lazy("working group", "open to candidates"),
    AT_WORK: pgettext_lazy("working group", "at work"),
    CLOSED: pgettext_lazy("working group", "closed"),
    NOT_OPENED: pgettext_lazy("working group", "not opened"),
}
TONES = {CALLED: "waiting", CANDIDATES: "waiting", AT_WORK: "active", CLOSED: "settled", NOT_OPENED: "refused"}
STANDING, WITHDRAWN, APPOINTED, NOT_APPOINTED = "standing", "withdrawn", "appointed", "not_appointed"
CANDIDATE_STATES = {
    STANDING: pgettext_lazy("candidate", "standing"),
    WITHDRAWN: pgettext_lazy("candidate", "withdrawn"),
    APPOINTED: pgettext_lazy("candidate", "appointed"),
    NOT_APPOINTED: pgettext_lazy("candidate", "not appointed"),
}
HELD, GIVEN_UP = "held", "given_up"
SEAT_STATES = {
    HELD: pgettext_lazy("seat", "held"),
    GIVEN_UP: pgettext_lazy("seat", "given up"),
}

ERRORS = declare_errors(
    {
        "groups.seats": _("A working group has %(least)s to %(most)s seats."),
        "groups.not_open_to_candidates": _("Candidates are not taken now."),
    }
)
