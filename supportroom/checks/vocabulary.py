"""Choices, purposes, states, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

FOR, AGAINST, ABSTAIN = "for", "against", "abstain"
CHOICES = {FOR: _("For"), AGAINST: _("Against"), ABSTAIN: _("Abstain")}
OPEN_GROUP, ADOPT_PAPER, RELEASE_PAPER = "open_group", "adopt_paper", "release_paper"
PURPOSES = {
    OPEN_GROUP: _("Opening a working group"),
    ADOPT_PAPER: _("Adopting a paper"),
    RELEASE_PAPER: _("Publishing a paper"),
}
OPEN, COUNTED, WITHDRAWN = "open", "counted", "withdrawn"
CHECK_STATES = {
    OPEN: pgettext_lazy("check", "open"),
    COUNTED: pgettext_lazy("check", "counted"),
    WITHDRAWN: pgettext_lazy("check", "taken back"),
}
TONES = {OPEN: "waiting", COUNTED: "settled", WITHDRAWN: "quiet"}

ERRORS = declare_errors(
    {
        "checks.over": _("This members' check is over: answers are not taken any more."),
        "checks.days": _("A members' check lasts at least one day and at most thirty."),
        "checks.open_already": _("The members are being asked about this already."),
    }
)
