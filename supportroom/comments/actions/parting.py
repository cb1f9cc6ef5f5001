"""What is forgotten when a paper is published: whose the hidden comments were, and who supported what (S43)."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from supportroom.comments.models import Comment, CommentSupport, CommentWindow, MailAddress, MailedComment
from supportroom.comments.vocabulary import WITHDRAWN
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, erase_all
from supportroom.kernel.actors import Actor
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import PUBLISHED
from supportroom.people.models import Person


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


@action("comments.forget_old_writers", on="before")
def forget_old_writers(*, actor: Actor, before: datetime) -> None:
    """Forget whose the hidden comments on papers are that were not published: no window was open since an instant."""
    papers = Paper.objects.filter(pk__in=[comment.window.paper_id for comment in old_comments(before)])
    for paper in papers:
        forget_who_wrote(paper)
    record("comments.writers", actor=actor, papers=len(papers))


def old_comments(before: datetime) -> QuerySet[Comment]:
    """Give the hidden comments, with whose they are, on papers that rest unpublished since before an instant."""
    fresh = CommentWindow.objects.filter(closes_at__gte=before).values("paper")
    nameless = Comment.objects.filter(Q(is_named=False) | Q(state=WITHDRAWN), written_by__isnull=False)
    resting = nameless.exclude(window__paper__in=fresh).exclude(window__paper__state=PUBLISHED)
    return resting.select_related("window")


def forget_person(person: Person) -> None:
    """Keep somebody's comments and not that they are theirs; inside the action that forgets them (S43)."""
    Comment.objects.filter(written_by=person).update(written_by=None, is_named=False)
    erase_all(CommentSupport.objects.filter(person=person))
    erase_all(MailAddress.objects.filter(person=person))
    erase_all(MailedComment.objects.filter(person=person))
