"""States of an intake, what its lists are taken for and why, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.intake.understanding.found import (
    AGAIN,
    ASKED,
    BY_FORM,
    BY_HEADING,
    BY_LEAD,
    BY_PARENT,
    BY_STATEMENT,
    BY_TITLE,
    CONTENTS,
    DISCUSSED,
    IN_PROSE,
    NAMES,
    POINTS,
    PROSE,
    REPEATED,
    TELLS,
    TOLD,
    UNCLEAR,
)
from supportroom.kernel.errors import declare_errors

READ, RECORDED, CANCELLED = "read", "recorded", "cancelled"
INTAKE_STATES = {
    READ: pgettext_lazy("intake", "to be looked through"),
    RECORDED: pgettext_lazy("intake", "recorded"),
    CANCELLED: pgettext_lazy("intake", "cancelled"),
}
GROUP_KINDS = {
    ASKED: pgettext_lazy("list of a document", "recommendations"),
    POINTS: pgettext_lazy("list of a document", "points of discussion"),
    REPEATED: pgettext_lazy("list of a document", "said again"),
    TOLD: pgettext_lazy("list of a document", "particulars"),
    PROSE: pgettext_lazy("list of a document", "asked in running text"),
}
BY_HAND = "hand"
REASONS = {
    BY_LEAD: _("The sentence before the list says that something is asked."),
    BY_HEADING: _("The heading says so."),
    BY_PARENT: _("A heading above says so."),
    BY_STATEMENT: _("It is the list of a statement."),
    BY_TITLE: _("The document's title says so."),
    BY_FORM: _("Its items are worded as demands."),
    NAMES: _("These are names."),
    CONTENTS: _("These are headings of the document."),
    TELLS: _("Heading or lead speak of particulars: who was there, when, where, what comes next."),
    DISCUSSED: _("Heading or lead speak of what was discussed."),
    UNCLEAR: _("Nothing says that this is asked for."),
    AGAIN: _("It says again what stands under “%(heading)s”."),
    IN_PROSE: _("Sentences in which somebody asks for something."),
    BY_HAND: _("Taken in by hand."),
}
MOST_ITEMS = 500
LONGEST_TEXT = 5000  # of a recommendation, as the register takes it

ERRORS = declare_errors(
    {
        "intake.known_already": _("This document stands in the register already."),
        "intake.under_way": _("This document was brought in already and waits to be looked through."),
        "intake.not_open": _("This document is not looked through any more: it was recorded, or cancelled."),
        "intake.nothing_taken": _("Nothing is marked to be recorded. Take in at least one recommendation."),
        "intake.too_long": _(
            "The recommendation at %(place)s is longer than %(limit)s characters. Split or shorten it."
        ),
        "intake.too_many": _("More than %(limit)s items were found. Bring the document in parts."),
        "intake.first_of_all": _("There is nothing before it in its list to join it with."),
        "intake.not_split": _("Put an empty line where it should be split."),
        "intake.no_such_line": _("These lines are not in the document."),
    }
)
