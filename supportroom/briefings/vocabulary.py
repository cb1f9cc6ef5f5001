"""Verdicts, states and the wording of errors."""

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

REFLECTED, PARTLY, ABSENT = "reflected", "partly", "absent"
VERDICTS = {
    REFLECTED: pgettext_lazy("recommendation in a briefing", "reflected"),
    PARTLY: pgettext_lazy("recommendation in a briefing", "partly reflected"),
    ABSENT: pgettext_lazy("recommendation in a briefing", "absent"),
}
TONES = {REFLECTED: "settled", PARTLY: "waiting", ABSENT: "refused"}
READ, CONFIRMED, DISPUTED = "read", "confirmed", "disputed"
READING_STATES = {
    READ: pgettext_lazy("reflection", "read once"),
    CONFIRMED: pgettext_lazy("reflection", "confirmed by a second reader"),
    DISPUTED: pgettext_lazy("reflection", "the readers differ"),
}
STATE_TONES = {READ: "open", CONFIRMED: "settled", DISPUTED: "waiting"}
UNREAD: Final = "unread"

LONGEST_TEXT: Final = 200_000
LEAST_WORDS: Final = 5
LONGEST_QUOTATION: Final = 3000
TRASH_DAYS: Final = 30

ERRORS = declare_errors(
    {
        "briefings.logged_already": _("This text is logged already."),
        "briefings.in_trash": _("This text lies in the trash. Take it back from there."),
        "briefings.nothing_to_cut": _("There is no text to read in this: bring the briefing's words."),
        "briefings.text_too_long": _("This text is longer than %(limit)s characters: bring the briefing alone."),
        "briefings.ahead": _("This day is still to come: a briefing is logged once it was given."),
        "briefings.trashed": _("This briefing lies in the trash."),
        "briefings.not_trashed": _("This briefing does not lie in the trash."),
        "briefings.read_already": _("Somebody has read this briefing: its text stays. Log the other text beside it."),
        "briefings.not_concerned": _("This recommendation was not open when the briefing was given."),
        "briefings.quotation_missing": _("Say with which words the briefing speaks of it."),
        "briefings.quotation_elsewhere": _("These words do not stand in the briefing. Copy them as they stand there."),
        "briefings.passage_elsewhere": _("This passage is of another briefing."),
        "briefings.absent_quoted": _("What is absent has no quotation. Leave it out, or choose another word."),
        "briefings.own_reading": _("You read this first: somebody else reads it again."),
        "briefings.office_alone": _("Both readers are of the office. Somebody of the room's team reads it as well."),
        "briefings.nothing_absent": _("Nothing is said to be absent by two readers yet."),
    }
)
