"""Choices, purposes, states, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

FOR, AGAINST, ABSTAIN = "for", "against", "abstain"
CHOICES = {FOR: _("For"), AGAINST: _("Against"), ABSTAIN: _("Abstain")}
CHOICES_EXPLAINED = {
    FOR: _("You agree with what is asked."),
    AGAINST: _("You do not agree with what is asked."),
    ABSTAIN: _("You take part without taking a side: you count among those who answered, on neither side."),
}
OPEN_GROUP, ADOPT_PAPER, RELEASE_PAPER, ASSESSMENT = "open_group", "adopt_paper", "release_paper", "assessment"
PURPOSES = {
    OPEN_GROUP: _("Opening a working group"),
    ADOPT_PAPER: _("Adopting a paper"),
    RELEASE_PAPER: _("Publishing a paper"),
    ASSESSMENT: _("Assessing an answer"),
}
OPEN, COUNTED, WITHDRAWN = "open", "counted", "withdrawn"
CHECK_STATES = {
    OPEN: pgettext_lazy("check", "open"),
    COUNTED: pgettext_lazy("check", "counted"),
    WITHDRAWN: pgettext_lazy("check", "taken back"),
}
TONES = {OPEN: "waiting", COUNTED: "settled", WITHDRAWN: "quiet"}

FEWEST_FOR_SECRECY = 8
LEAST_DAYS, MOST_DAYS = 1, 30
OUTCOME_REASONS = {
    "majority": _("%(share)s%% of those for and against are for it; more than %(majority)s%% were needed."),
    "no_majority": _("%(share)s%% of those for and against are for it; more than %(majority)s%% are needed."),
    "no_sides": _("Nobody was for or against."),
    "quorum": _("%(answered)s of %(roll)s members answered; at least %(needed)s were needed."),
    "no_quorum": _("%(answered)s of %(roll)s members answered; at least %(needed)s are needed."),
}

ERRORS = declare_errors(
    {
        "checks.over": _("This members' check is over: answers are not taken any more."),
        "checks.not_over": _("This members' check is still open."),
        "checks.no_choice": _("Choose one of the three."),
        "checks.reason_missing": _("Say why it is taken back, so that the members can read it."),
        "checks.stays": _("What is asked here cannot be taken back."),
        "checks.no_members": _("There is no member who could be asked."),
        "checks.days": _("A members' check lasts at least one day and at most thirty."),
        "checks.open_already": _("The members are being asked about this already."),
    }
)
