"""Kinds of file, and the wording of errors."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors

ERRORS = declare_errors(
    {
        "site.not_adopted": _("The participants have not adopted this report yet."),
        "site.round_not_reporting": _("Close the round's sessions and take it to its report first."),
        "site.note_needed": _("Say what is corrected: the note stands on the new edition."),
    }
)
