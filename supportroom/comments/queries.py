"""What pages and floors above read about comments. `comments_visible_to(actor, paper)` is the only entrance to rows."""

from collections.abc import Iterable

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from supportroom.comments.models import (
    AgendaItem,
    Comment,
    CommentSupport,
    CommentWindow,
    MailAddress,
    MailedComment,
)
from supportroom.comments.vocabulary import INSISTS, OPEN, WITHDRAWN
from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.kernel.searching import holding
from supportroom.papers.models import Paper
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.workroom.models import Meeting


def windows_of(paper: Paper) -> QuerySet[CommentWindow]:
    """The comment windows of a paper, the newest first, each with the version that is shown in it."""
    return paper.windows.select_related("shown")


def window_of(paper: Paper) -> CommentWindow | None:
    """Give a paper's newest window, or None."""
    return windows_of(paper).select_related("paper__group").first()


def paper_commented(actor: Actor, paper_id: int) -> Paper:
    """Give a paper whose comments the actor may read; Missing. A window that is being prepared counts as none."""
    paper = Paper.objects.select_related("group", "text").filter(pk=paper_id).first()
    if paper is None or not may(actor, "comments.read_comments", paper):
        raise Missing("kernel.missing")
    return paper


def comments_visible_to(actor: Actor, paper: Paper | None = None) -> QuerySet[Comment]:
    """The comments that the actor may read, of one paper or all, with their answers, in order.

    A list of one paper's comments is given its windows by `with_windows`: each version is read once, not once a row.
    """
    comments = Comment.objects.select_related("answer", "written_by")
    if paper is not None:
        return comments.filter(window__paper=paper) if may(actor, "comments.read_comments", paper) else comments.none()
    papers = Paper.objects.filter(windows__isnull=False).distinct()
    readable = [each.pk for each in papers if may(actor, "comments.read_comments", each)]
    return comments.filter(window__paper__in=readable)


def with_windows(comments: Iterable[Comment], paper: Paper) -> list[Comment]:
    """Give comments of a paper with their windows, the versions shown and the paper itself, read once for all."""
    windows = {window.pk: window for window in windows_of(paper)}
    for window in windows.values():
        window.paper = window.shown.paper = paper
    rows = list(comments)
    for comment in rows:
        comment.window = windows[comment.window_id]
    return rows


def comment_visible_to(actor: Actor, comment_id: int) -> Comment:
    """Give a comment with its number of supporters (`support_count`); Missing where the actor may not read it."""
    comments = Comment.objects.select_related("window__paper__group", "window__shown", "answer", "paragraph")
    found = with_support(comments).filter(pk=comment_id).first()
    if found is None or not may(actor, "comments.read_comments", found.window.paper):
        raise Missing("kernel.missing")
    return found


def with_support(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """Count who supports each comment, as `support_count`."""
    counted = CommentSupport.objects.filter(comment=OuterRef("pk")).order_by().values("comment")
    number = Subquery(counted.annotate(number=Count("pk")).values("number"))
    return comments.annotate(support_count=Coalesce(F("final_support"), number, 0))


def open_comments(paper: Paper) -> int:
    """Count the comments that came in time and are not answered: while there is one, the paper cannot go on."""
    return Comment.objects.filter(window__paper=paper, is_late=False, state=OPEN).count()


def found(comments: QuerySet[Comment], words: str) -> QuerySet[Comment]:
    """Keep the comments that hold every word, however it is typed."""
    return comments.filter(holding(words))


def counts_by_paragraph(window: CommentWindow) -> dict[int | None, int]:
    """Count what was said about each paragraph of a window's version; None stands for the whole."""
    rows = window.comments.exclude(state=WITHDRAWN).order_by().values_list("paragraph").annotate(number=Count("pk"))
    return dict(rows)


def counts_of(paper: Paper) -> dict[str, int]:
    """Count the comments of a paper: all, open, answered, late (among them those still open), insisting."""
    late, kept = Q(is_late=True), ~Q(state=WITHDRAWN)
    return Comment.objects.filter(window__paper=paper).aggregate(
        all=Count("pk", filter=kept & ~late),
        open=Count("pk", filter=Q(state=OPEN) & ~late),
        answered=Count("pk", filter=kept & ~late & ~Q(state=OPEN)),
        late=Count("pk", filter=late & kept),
        late_open=Count("pk", filter=late & Q(state=OPEN)),
        insisting=Count("pk", filter=Q(satisfaction=INSISTS)),
    )


def supported_by(actor: Actor, window: CommentWindow) -> set[int]:
    """Give the ids of the comments that the actor supports."""
    own = CommentSupport.objects.filter(comment__window=window, person=actor.person_id or 0)
    return set(own.values_list("comment_id", flat=True))


def own_comments(actor: Actor, paper: Paper) -> QuerySet[Comment]:
    """The actor's own comments on a paper."""
    comments = Comment.objects.select_related("window", "answer").filter(window__paper=paper)
    return with_support(comments.filter(written_by=actor.person_id or 0)).order_by("window__number", "number")


def has_commented(window: CommentWindow) -> set[int]:
    """Give the ids of the persons who commented in a window: for reminding the others, never for a page."""
    rows = window.comments.exclude(state=WITHDRAWN).values_list("written_by_id", flat=True)
    return {person_id for person_id in rows if person_id is not None}


def not_commented(window: CommentWindow) -> list[int]:
    """Give the ids of the members who have not commented in a window nor mailed a comment: they are reminded."""
    mailed = set(window.mailed.filter(is_settled=False).values_list("person_id", flat=True))
    done = has_commented(window) | mailed
    return [pk for pk in Person.objects.holding(MEMBER).values_list("pk", flat=True) if pk not in done]


def mailed_of(actor: Actor, paper: Paper) -> list[MailedComment]:
    """List what the actor mailed to a paper's windows and has not decided on."""
    waiting = MailedComment.objects.filter(window__paper=paper, person=actor.person_id or 0, is_settled=False)
    return list(waiting.select_related("window"))


def mailed_visible_to(actor: Actor, mailed_comment_id: int) -> MailedComment:
    """Give a mailed comment to who mailed it; Missing for everybody else."""
    waiting = MailedComment.objects.select_related("window__paper__group", "window__shown")
    mine = waiting.filter(pk=mailed_comment_id, person=actor.person_id or 0).first()
    if mine is None or not may(actor, "comments.read_comments", mine.window.paper):
        raise Missing("kernel.missing")
    return mine


def address_with(code: int) -> MailAddress | None:
    """Give the mail address with this secret part, with person, window and paper."""
    return MailAddress.objects.select_related("person", "window__paper").filter(code=code).first()


def meetings_to_fill(group: WorkingGroup) -> QuerySet[Meeting]:
    """The meetings of a group that are proposed or set: comments can be put on their agenda."""
    return group.meetings.filter(state__in=("proposed", "set"))


def agenda_of(meeting: Meeting) -> list[AgendaItem]:
    """List the comments on a meeting's agenda, in order, with their windows."""
    return list(meeting.agenda_items.select_related("comment__window__paper", "comment__answer"))


def agenda_item_visible_to(actor: Actor, agenda_item_id: int) -> AgendaItem:
    """Give an item of a meeting's agenda; Missing where the actor may not read the comment."""
    items = AgendaItem.objects.select_related("meeting__group", "comment__window__paper__group")
    item = items.filter(pk=agenda_item_id).first()
    if item is None or not may(actor, "comments.read_comments", item.comment.window.paper):
        raise Missing("kernel.missing")
    return item
