"""What members take along of a paper in comment, as Word files: the text to comment on, and the table of answers."""

from django.utils.translation import gettext as _

from supportroom.comments.models import CommentWindow
from supportroom.comments.table import answer_table, headings, table_rows
from supportroom.kernel.multilingual import direction_of
from supportroom.papers.composing import paper_document
from supportroom.papers.models import Paper
from supportroom.rendering.docx import to_docx
from supportroom.rendering.tree import Direction, Document, Table


def _direction(language: str) -> Direction:
    return "rtl" if direction_of(language) == "rtl" else "ltr"


def version_docx(window: CommentWindow, language: str) -> bytes:
    """Give the version in comment as a Word file, in which a member writes comments of their own."""
    said = _("Write your comments beside the paragraphs, and bring this file back to the page.")
    return to_docx(paper_document(window.shown, language, notice=said))


def table_docx(paper: Paper, language: str) -> bytes:
    """Give the table of comments and answers as a Word file."""
    _head, *cells = table_rows(answer_table(paper, language, named=True))
    body = Table(head=tuple(headings()), rows=tuple(tuple(map(str, row)) for row in cells), row_heads=True)
    return to_docx(
        Document(
            title=_("Comments and answers"),
            subtitle=paper.title.said_in(language).text,
            language=language,
            direction=_direction(language),
            blocks=(body,),
        )
    )
