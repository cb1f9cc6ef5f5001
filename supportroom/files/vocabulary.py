"""Kinds of file that are taken, what cleaning removed, states, and the wording of errors."""

from collections.abc import Iterable

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
CLEAN, QUARANTINED, REFUSED = "clean", "quarantined", "refused"
FILE_STATES = {
    CLEAN: pgettext_lazy("file", "clean"),
    QUARANTINED: pgettext_lazy("file", "waits for the scanner"),
    REFUSED: pgettext_lazy("file", "held back: the scanner found something"),
}
MOST_BYTES = 20 * 1024 * 1024

REMOVED = {
    "author": _("names of who wrote or changed it"),
    "properties": _("title, dates and programs kept beside the text"),
    "comments": _("comments, with who made them"),
    "changes": _("tracked changes: they were accepted"),
    "traces": _("marks of editing sessions"),
    "custom": _("hidden parts of other programs"),
    "fields": _("fields that fill in names or fetch something"),
    "scripts": _("scripts and actions"),
    "embedded": _("files and objects inside it"),
    "external": _("links into folders, and what it would fetch from elsewhere"),
    "signature": _("digital signatures"),
    "position": _("where the picture was taken"),
    "camera": _("camera, time and other notes in the picture"),
    "preview": _("small preview pictures"),
    "pictures": _("pictures of a kind that cannot be checked"),
    "appended": _("what stood behind its end"),
    "hidden": _("characters that nobody sees"),
}

ERRORS = declare_errors(
    {
        "files.too_large": _("This file is larger than %(limit)s MB."),
        "files.room_full": _("The room has no space left for files. Tell the team."),
        "files.enough_today": _("That is more than one person can bring in a day. Go on tomorrow, or tell the team."),
        "files.kind": _(
            "This kind of file (%(ending)s) is not taken. Bring PDF, Word (.docx), a picture (.png, .jpg), plain text "
            "(.txt) or Markdown (.md)."
        ),
        "files.too_many_pixels": _("This picture is larger than %(limit)s million points. Make it smaller first."),
        "files.too_many_pages": _("This PDF has more than %(limit)s pages. Bring it in parts."),
        "files.too_heavy": _("This file takes too long or too much room to check. Save it anew, or bring it in parts."),
        "files.infected": _("The scanner found something harmful in this file. It was not kept."),
        "files.waiting": _("This file waits for the scanner. Try again in some minutes."),
        "files.gone": _("This file cannot be handed out."),
        "files.busy": _("Several files are being checked right now. Send the form again in a minute."),
    }
)


def removed_words(codes: Iterable[str]) -> list[str]:
    """Give what cleaning took out, in the reader's words, in the order of the list above."""
    found = set(codes)
    return [str(words) for code, words in REMOVED.items() if code in found]
