"""All that is done to a paper while it is written."""

from supportroom.papers.actions.importing import import_text
from supportroom.papers.actions.papers import begin_paper, keep_version, name_paper
from supportroom.papers.actions.paragraphs import (
    move_paragraph,
    remove_paragraph,
    restore_paragraph,
    reword_paragraph,
    shape_paragraph,
    split_paragraph,
    write_paragraph,
)
from supportroom.papers.actions.presence import end_editings, let_go_paragraph, take_up_paragraph

__all__ = [
    "begin_paper",
    "end_editings",
    "import_text",
    "keep_version",
    "let_go_paragraph",
    "move_paragraph",
    "name_paper",
    "remove_paragraph",
    "restore_paragraph",
    "reword_paragraph",
    "shape_paragraph",
    "split_paragraph",
    "take_up_paragraph",
    "write_paragraph",
]
