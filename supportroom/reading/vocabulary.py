"""The words of reading: what is wrong with a file, and what a person should know about how it was read."""

from django.utils.translation import gettext_lazy as _

from supportroom.kernel.errors import declare_errors
from supportroom.reading.outline import Note

ERRORS = declare_errors(
    {
        "reading.kind": _(
            "This kind of file (%(ending)s) cannot be read. Bring plain text (.txt), Markdown (.md), Word (.docx), "
            "CSV (.csv) or Excel (.xlsx)."
        ),
        "reading.table_kind": _("A table is needed here: bring CSV (.csv) or Excel (.xlsx)."),
        "reading.prose_kind": _("A text is needed here: bring Word (.docx), Markdown (.md) or plain text (.txt)."),
        "reading.legacy": _(
            "This is the old format %(ending)s. Open the file, save it as %(better)s and bring that one."
        ),
        "reading.lies": _(
            "The name of the file ends in %(ending)s, but its content is of another kind. Save it again in the kind "
            "that its name says."
        ),
        "reading.empty": _("The file is empty."),
        "reading.nothing": _("There is no text in this file."),
        "reading.too_large": _("The file is larger than %(limit)s MB. Bring it in parts, or without its pictures."),
        "reading.broken": _("The file is damaged and cannot be opened. Save it again and try once more."),
        "reading.bomb": _("Unpacked, this file is far larger than documents and lists are. Bring it in parts."),
        "reading.macros": _("The file holds macros. Save it without them, as %(better)s."),
        "reading.encrypted": _("The file is locked with a password. Remove the password and bring it again."),
        "reading.unsafe": _(
            "The file refers to something outside itself in a way that documents do not. It was not read."
        ),
        "reading.no_letters": _(
            "This PDF holds no text that can be read: its pages are pictures, or its letters have no meaning. Have its "
            "text recognised first (OCR), or copy it into a text file."
        ),
        "reading.too_many_pages": _("This PDF has more than %(limit)s pages. Bring it in parts."),
        "reading.source_kind": _("Bring plain text (.txt), Markdown (.md), Word (.docx) or PDF."),
        "reading.encoding": _("The letters of this file could not be recognised. Save it as UTF-8 and try again."),
        "reading.binary": _("This is not text. Save it as plain text in UTF-8 and try again."),
        "reading.too_many_rows": _("The file has more than %(limit)s rows. Bring it in parts."),
        "reading.too_many_items": _("The file has more than %(limit)s points. Bring it in parts."),
        "reading.item_too_long": _("Line %(line)s is longer than %(limit)s characters. Split it into points first."),
    }
)

NOTES = {
    "encoding": _("The letters were read as %(name)s. Check that the words are right."),
    "paragraphs_as_items": _("There were neither bullets nor numbers, so each paragraph was taken as a point."),
    "no_items": _("No points were found. Choose them from the text below."),
    "tracked_changes": _("The file has tracked changes: they were read as if they had been accepted."),
    "columns_left": _("These columns were not read: %(names)s."),
    "sheets_left": _("These sheets were not read: %(names)s."),
    "columns_guessed": _("The columns have no known headings: the first was taken as pillar, the second as point."),
    "formulas": _("Some cells hold formulas: the values last saved with them were read, nothing was calculated."),
}


def note(code: str, **params: object) -> Note:
    """Give a note; a code without wording raises KeyError now, not when somebody reads it."""
    if code not in NOTES:
        raise KeyError(code)
    return Note(code, params)


def note_text(found: Note) -> str:
    """Give the note's sentence in the reader's language."""
    return str(NOTES[found.code]) % dict(found.params)
