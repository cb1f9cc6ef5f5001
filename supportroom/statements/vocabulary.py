"""States, the report's sections, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

DRAFTING, READ_BACK, ADOPTED, DELIVERED = "drafting", "read_back", "adopted", "delivered"
STATEMENT_STATES = {
    DRAFTING: pgettext_lazy("statement", "being written"),
    READ_BACK: pgettext_lazy("statement", "read back to the group"),
    ADOPTED: pgettext_lazy("statement", "adopted"),
    DELIVERED: pgettext_lazy("statement", "delivered"),
}
PUBLISHED = "published"
REPORT_STATES = {
    DRAFTING: pgettext_lazy("report", "being written"),
    READ_BACK: pgettext_lazy("report", "read back to the participants"),
    ADOPTED: pgettext_lazy("report", "adopted"),
    PUBLISHED: pgettext_lazy("report", "published"),
}
# The parts of a report into which people write; the others are put together from the record.
SUMMARY, PREPARATION, CONDUCT, DISCUSSION, FOLLOW_UP = "summary", "preparation", "conduct", "discussion", "follow_up"
WRITTEN_SECTIONS = {
    SUMMARY: _("Summary"),
    PREPARATION: _("Preparation"),
    CONDUCT: _("How it was run"),
    DISCUSSION: _("Discussion"),
    FOLLOW_UP: _("What happens next"),
}

ERRORS = declare_errors(
    {
        "statements.not_agreed_point": _("A statement rests on agreed points only."),
        "statements.empty": _("The statement has no item yet."),
        "statements.no_check": _("The group has not agreed to this wording by a check."),
        "statements.not_in_drafting": _("The text is not open for writing now. Take it back to writing first."),
        "statements.no_delivery_session": _("Choose the session in which it was delivered."),
        "statements.report_exists": _("This round has its report already."),
        "statements.round_not_reporting": _("The report can be put together once the round's sessions are over."),
    }
)
