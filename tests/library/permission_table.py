"""Who may do what with a group's library: the member holds a seat, the others are at the edge of the group."""

from tests.permission_tables import Row

GROUP = "a library"
SOURCE = "a source"
NOTE = "the member's note"
OVER = "a library of a group that is over"
FILLS = "team member"
READS = "interpreter team member"

TABLE = [
    Row("library.read_library", GROUP, READS),
    Row("library.read_notes", GROUP, FILLS),
    Row("library.add_source", GROUP, FILLS),
    Row("library.import_sources", GROUP, FILLS),
    Row("library.amend_source", SOURCE, FILLS),
    Row("library.remove_source", SOURCE, FILLS),
    Row("library.restore_source", SOURCE, FILLS),
    Row("library.attach_file", SOURCE, FILLS),
    Row("library.take_file_off", SOURCE, FILLS),
    Row("library.add_note", SOURCE, FILLS),
    Row("library.amend_note", NOTE, "member"),
    Row("library.remove_note", NOTE, "member"),
    Row("library.read_library", OVER, READS),
    Row("library.add_source", OVER),
]
