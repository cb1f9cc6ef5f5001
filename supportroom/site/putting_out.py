"""From a released paper to its public pages, step by step: files made, published or thrown away, traces wiped."""

from collections.abc import Sequence

from django.db import connection

from supportroom.adoption.models import Joiner
from supportroom.comments.models import Comment, CommentSupport, MailAddress, MailedComment
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.notices.models import Notice
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.protection.erasing import scrub_disk
from supportroom.site.actions import correct_paper, publish_paper
from supportroom.site.models import Edition
from supportroom.site.preparing import discard, prepare_paper_edition


def put_out(actor: Actor, paper: Paper, languages: Sequence[str], note: MultilingualText) -> Edition:
    """Publish a released paper, or a correction of a published one.

    Raises what the actions raise; then nothing is published and the files are gone.
    """
    prepared = prepare_paper_edition(paper, list(languages), note)
    try:
        if paper.state == PUBLISHED:
            return correct_paper(actor=actor, paper=paper, prepared=prepared, note=note)
        edition = publish_paper(actor=actor, paper=paper, prepared=prepared)
    except Exception:
        discard(prepared)
        raise
    if not connection.in_atomic_block:
        scrub_disk(Joiner, Comment, CommentSupport, MailAddress, MailedComment, Notice)
    return edition
