"""Comment windows and comments, as they wait: for members, for who commented, for the group that answers."""

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from supportroom.comments.models import Comment, CommentWindow, MailedComment
from supportroom.comments.vocabulary import ANSWERED, OPEN, UNSAID, WITHDRAWN
from supportroom.desk.queries.groups import Seats
from supportroom.desk.waiting import Waiting
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ANSWERING, PUBLISHED
from supportroom.people.vocabulary import MEMBER


def comments_of(actor: Actor, mine: Seats) -> Iterator[Waiting]:
    """All that comments ask of somebody, whatever their part; `mine` are the seats that they hold."""
    if actor.person_id is None:
        return
    if actor.holds(MEMBER):
        yield from _windows(actor.person_id, mine)
    yield from _mailed(actor.person_id)
    yield from _answered(actor.person_id)
    if mine:
        yield from _to_answer(mine)


def _windows(me: int, mine: Seats) -> Iterator[Waiting]:
    """A window that is open, in which one has not commented, on another group's paper."""
    moment = now()
    windows = CommentWindow.objects.filter(opens_at__lte=moment, closes_at__gt=moment)
    spoken = Comment.objects.filter(written_by_id=me).exclude(state=WITHDRAWN).values("window")
    mailed = MailedComment.objects.filter(person_id=me, is_settled=False).values("window")
    windows = windows.exclude(pk__in=spoken).exclude(pk__in=mailed).exclude(paper__group__in=mine)
    for window in windows.select_related("paper"):
        url = reverse("comments:comment_list", args=[window.paper_id])
        yield Waiting(gettext_lazy("A paper is open to your comments"), window.paper.title, url, window.closes_at,
                      is_deadline=True)  # fmt: skip


def _mailed(me: int) -> Iterator[Waiting]:
    """A comment that came by mail and waits for its writer's word."""
    for mailed in MailedComment.objects.filter(person_id=me, is_settled=False).select_related("window__paper"):
        url = reverse("comments:mailed_detail", args=[mailed.pk])
        what = gettext_lazy("A comment that you mailed waits for your word")
        yield Waiting(what, mailed.window.paper.title, url, mailed.came_at)


def _answered(me: int) -> Iterator[Waiting]:
    """Papers that are not published yet, with comments of one's own that were answered and left unsaid."""
    mine = Comment.objects.filter(written_by_id=me, state=ANSWERED, satisfaction=UNSAID)
    by_paper: dict[int, list[Comment]] = {}
    for comment in mine.exclude(window__paper__state=PUBLISHED).select_related("window__paper"):
        by_paper.setdefault(comment.window.paper_id, []).append(comment)
    for comments in by_paper.values():
        what = ngettext(
            "Your comment was answered: say whether you are satisfied",
            "%(count)s comments of yours were answered: say whether you are satisfied",
            len(comments),
        ) % {"count": len(comments)}
        url = reverse("comments:comment_detail", args=[comments[0].pk])
        yield Waiting(what, comments[0].window.paper.title, url)


def _to_answer(mine: Seats) -> Iterator[Waiting]:
    """Comments in time that one's group has not answered yet."""
    left = Count("windows__comments", filter=Q(windows__comments__state=OPEN, windows__comments__is_late=False))
    papers = Paper.objects.filter(group__in=mine, state=ANSWERING).annotate(left=left)
    for paper in papers:
        url = reverse("comments:answering", args=[paper.pk])
        if paper.left:
            what = ngettext(
                "%(count)s comment waits for an answer", "%(count)s comments wait for an answer", paper.left
            )
            yield Waiting(what % {"count": paper.left}, paper.title, url)
        else:
            adoption = reverse("adoption:adoption_detail", args=[paper.pk])
            yield Waiting(_("Every comment is answered: put the joint paper before the members"), paper.title, adoption)
