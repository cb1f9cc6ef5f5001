"""Verdicts, states, ways and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ACCEPTED, PARTLY, NOTED, REJECTED = "accepted", "partly", "noted", "rejected"
VERDICTS = {
    ACCEPTED: pgettext_lazy("answer to a recommendation", "accepted"),
    PARTLY: pgettext_lazy("answer to a recommendation", "partly accepted"),
    NOTED: pgettext_lazy("answer to a recommendation", "noted"),
    REJECTED: pgettext_lazy("answer to a recommendation", "rejected"),
}
VERDICT_TONES = {ACCEPTED: "settled", PARTLY: "settled", NOTED: "quiet", REJECTED: "refused"}
DRAFTED, SENT, ACKNOWLEDGED, WITHDRAWN = "drafted", "sent", "acknowledged", "withdrawn"
LETTER_STATES = {
    DRAFTED: pgettext_lazy("letter", "drafted"),
    SENT: pgettext_lazy("letter", "sent"),
    ACKNOWLEDGED: pgettext_lazy("letter", "acknowledged"),
    WITHDRAWN: pgettext_lazy("letter", "withdrawn"),
}
BY_ADDRESSEE, BY_TEAM = "addressee", "team"
WAYS = {
    BY_ADDRESSEE: pgettext_lazy("an answer came", "given here by the addressee"),
    BY_TEAM: pgettext_lazy("an answer came", "recorded by the team"),
}
UNASSESSED, ANSWERED_IT, DID_NOT = "", "answered", "not_answered"
ASSESSMENTS = {
    ANSWERED_IT: pgettext_lazy("members on an answer", "it answers the question"),
    DID_NOT: pgettext_lazy("members on an answer", "it does not answer the question"),
}
MINISTERIAL, COUNCIL, CONFERENCE, MEETING = "ministerial", "council", "conference", "meeting"
OCCASIONS = {
    MINISTERIAL: pgettext_lazy("delivery", "ministerial meeting"),
    COUNCIL: pgettext_lazy("delivery", "session of the Security Council"),
    CONFERENCE: pgettext_lazy("delivery", "conference"),
    MEETING: pgettext_lazy("delivery", "meeting"),
}

LETTER_TONES = {DRAFTED: "quiet", SENT: "waiting", ACKNOWLEDGED: "settled", WITHDRAWN: "refused"}
LINK_DAYS: Final = 90
MOST_IN_A_LETTER: Final = 200
MOST_ASSESSED_AT_ONCE: Final = 10
ALL, TO_SEND, WAITS, OVERDUE = "all", "to_send", "waiting", "overdue"  # parts of what is addressed to a body
BEFORE, AFTER = "before", "after"  # reminders: before the due day and after it

# Steps of a recommendation, by the word in their address: verb of its life, permission.
STEPS: Final = {
    "under-way": ("begin", "answers.say_under_way"),
    "done": ("finish", "answers.say_done"),
    "lapsed": ("lapse", "answers.say_lapsed"),
    "reopen": ("reopen", "answers.reopen"),
}
# The same: the page's heading, what it means, the button.
STEP_WORDS: Final = {
    "under-way": (
        _("Something is being done about it"),
        _("Say since when, what is being done, and where it can be read."),
        _("Record as under way"),
    ),
    "done": (
        _("It is done"),
        _("What was asked for has happened. It is counted as open no longer."),
        _("Record as done"),
    ),
    "lapsed": (
        _("It has lapsed"),
        _("It cannot be done any more, or the room does not ask for it any longer. Say why."),
        _("Record as lapsed"),
    ),
    "reopen": (
        _("It is open again"),
        _("What was answered or done did not hold. Whoever answered can be asked anew."),
        _("Open it again"),
    ),
}

ERRORS = declare_errors(
    {
        "answers.nothing_chosen": _("Choose the recommendations first."),
        "answers.too_many": _("A letter holds at most %(limit)s recommendations. Write two."),
        "answers.not_theirs": _("One of these recommendations is not addressed to this body."),
        "answers.put_already": _("These were sent already, or need no answer any more: %(numbers)s."),
        "answers.no_address": _("There is no e-mail address for this body. Print the letter, or hand over a link."),
        "answers.link_over": _("This link has ended, was replaced, or its letter was withdrawn."),
        "answers.source_missing": _("Say where this can be read, or how it reached the team."),
        "answers.why_missing": _("Say why the answer is changed: the earlier wording stays beside it."),
        "answers.nothing_changed": _("Nothing in the answer is different from what stands already."),
        "answers.only_translations": _("The words of the original are changed with a reason, not here."),
        "answers.day_ahead": _("This day has not come yet."),
        "answers.day_before": _("On this day the room had not asked for it yet: it asked on %(day)s."),
        "answers.assessed_already": _("The members were asked about this wording already."),
        "answers.assessments_enough": _(
            "The members are being asked about %(limit)s answers already. Wait until some of them are decided."
        ),
    }
)
