"""All that is done here: one file a noun."""

from supportroom.library.actions.files import attach_file, take_file_off
from supportroom.library.actions.notes import add_note, amend_note, remove_note
from supportroom.library.actions.sources import (
    add_source,
    amend_source,
    import_sources,
    remove_source,
    restore_source,
)

__all__ = [
    "add_note",
    "add_source",
    "amend_note",
    "amend_source",
    "attach_file",
    "import_sources",
    "remove_note",
    "remove_source",
    "restore_source",
    "take_file_off",
]
