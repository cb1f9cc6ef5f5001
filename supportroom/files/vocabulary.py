"""Kinds of file that are taken, what cleaning removed, states, and the wording of errors."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.kernel.errors import declare_errors

PDF, DOCX, PNG, JPEG, TEXT, MARKDOWN = "pdf", "docx", "png", "jpeg", "txt", "md"
KINDS = {
    PDF: _("PDF"),
    DOCX: _("Word document"),
    PNG: _("Picture (PNG)"),
    JPEG: _("Picture (JPEG)"),
    TEXT: _("Plain text"),
    MARKDOWN: _("Markdown"),
}
CLEAN, QUARANTINED = "clean", "quarantined"
FILE_STATES = {
    CLEAN: pgettext_lazy("file", "clean"),
    QUARANTINED: pgettext_lazy("file", "waits for the scanner"),
}
MOST_BYTES = 20 * 1024 * 1024

ERRORS = declare_errors(
    {
        "files.too_large": _("This file is larger than %(limit)s MB."),
        "files.room_full": _("The room has no space left for files. Tell the team."),
    }
)
