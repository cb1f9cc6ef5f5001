"""What is forgotten when a paper is published: whose the hidden comments were, and who supported what (S43)."""

from django.db.models import Count, Q

from supportroom.comments.models import Comment, CommentSupport, MailAddress, MailedComment
from supportroom.comments.vocabulary import WITHDRAWN
from supportroom.journal.writing import change, erase_all
from supportroom.papers.models import Paper


def forget_who_wrote(paper: Paper) -> None:
    """Keep the comments and the numbers, not the people: inside the action that publishes the paper.

    Who commented by name, and did not take it back, stays named in the room. Nobody amends, supports or insists any
    more, so that what is left would only tell who wanted what.
    """
    support = CommentSupport.objects.filter(comment__window__paper=paper)
    numbers = dict(support.order_by().values_list("comment").annotate(Count("pk")))
    for comment in Comment.objects.filter(pk__in=numbers):
        change(comment, final_support=numbers[comment.pk])
    erase_all(support)
    nameless = Q(is_named=False) | Q(state=WITHDRAWN)
    for comment in Comment.objects.filter(nameless, window__paper=paper, written_by__isnull=False):
        change(comment, written_by=None)
    erase_all(MailAddress.objects.filter(window__paper=paper))
    erase_all(MailedComment.objects.filter(window__paper=paper))
