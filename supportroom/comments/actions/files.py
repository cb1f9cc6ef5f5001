"""Comments read in from a file, all of them or none."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError

from supportroom.comments.actions.comments import keep_comment
from supportroom.comments.actions.windows import held_window
from supportroom.comments.matching import Line
from supportroom.comments.models import CommentWindow
from supportroom.comments.vocabulary import BY_FILE
from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError
from supportroom.papers.versions import shown_in
from supportroom.texts.models import Paragraph


@action("comments.read_in_comments", on="comment_window")
def read_in_comments(
    *,
    actor: Actor,
    comment_window: CommentWindow,
    lines: Sequence[Line],
    is_named: bool = False,
    as_late: bool = False,
) -> CommentWindow:
    """Keep what was looked through of a file with comments: all of it, or nothing.

    DomainError `comments.none_chosen`, `comments.wrong_line` naming the first that cannot be kept, and those of
    `comments.comment` that concern all of them.
    """
    refuse_unless(lines, "comments.none_chosen")
    held, moment = held_window(comment_window), now()
    shown = shown_in(held.shown)
    paragraphs = Paragraph.objects.in_bulk([line.paragraph_id for line in lines if line.paragraph_id])
    for line in lines:
        try:
            made = keep_comment(
                held,
                actor,
                moment,
                text=line.text,
                paragraph=paragraphs.get(line.paragraph_id or 0),
                proposed=line.proposed,
                is_named=is_named,
                as_late=as_late,
                came=BY_FILE,
                shown=shown,
            )
        except DomainError as error:
            if error.code in {"comments.late", "comments.too_late", "comments.not_yet", "comments.name_needed"}:
                raise
            raise DomainError("comments.wrong_line", line=line.number, why=error.wording) from None
        except ValidationError as error:
            raise DomainError("comments.wrong_line", line=line.number, why=" ".join(error.messages)) from None
        record_unnamed(made, at=held.opens_at, paper=held.paper_id)
    return held
