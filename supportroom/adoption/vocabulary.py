"""States, outcomes of a review, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

ASKED, ADOPTED, TURNED_DOWN = "asked", "adopted", "turned_down"
ADOPTION_STATES = {
    ASKED: pgettext_lazy("adoption", "before the members"),
    ADOPTED: pgettext_lazy("adoption", "adopted"),
    TURNED_DOWN: pgettext_lazy("adoption", "not adopted"),
}
FILED, WITHDRAWN = "filed", "withdrawn"
OPINION_STATES = {
    FILED: pgettext_lazy("opposing opinion", "filed"),
    WITHDRAWN: pgettext_lazy("opposing opinion", "withdrawn"),
}
WAITING, NOTES, NO_RESERVATIONS, DATE_PASSED = "waiting", "notes", "no_reservations", "date_passed"
REVIEW_STATES = {
    WAITING: pgettext_lazy("review", "waiting for the office"),
    NOTES: pgettext_lazy("review", "the office gave notes"),
    NO_RESERVATIONS: pgettext_lazy("review", "the office has no reservations"),
    DATE_PASSED: pgettext_lazy("review", "the date passed without a word"),
}
GROUP, OFFICE = "group", "office"
SIDES = {GROUP: _("the working group"), OFFICE: _("the Envoy's office")}

ERRORS = declare_errors(
    {
        "adoption.opinions_over": _("Opposing opinions could be filed until %(until)s; this one came later."),
        "adoption.not_yours": _("Only who filed this opposing opinion can change it."),
        "adoption.comments_open": _("%(count)s comments are not answered yet: the paper cannot go on."),
    }
)
