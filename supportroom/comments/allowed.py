"""What a page offers a reader to do with comments now: what the rules allow, and the hour and the states leave open."""

from supportroom.comments.authors import is_own
from supportroom.comments.models import Comment, CommentWindow
from supportroom.comments.vocabulary import ANSWERED, OPEN, WITHDRAWN
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import may
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.vocabulary import ANSWERING, IN_COMMENT, PUBLISHED
from supportroom.people.vocabulary import MEMBER

BEFORE, DURING, LATE, OVER = "before", "during", "late", "over"


def stage_of(paper: Paper, window: CommentWindow | None) -> str:
    """Tell where a window is at this instant: before its opening, open, over but taking late comments, or over."""
    if window is None or paper.state not in (IN_COMMENT, ANSWERING):
        return OVER
    moment = window.as_of(now())
    if moment < window.opens_at:
        return BEFORE
    return DURING if window.is_open(moment) else LATE


def is_answering(paper: Paper, window: CommentWindow | None) -> bool:
    """Tell whether the group can answer now: the window is over, even if its close was not told yet."""
    if window is None:
        return False
    return paper.state == ANSWERING or (paper.state == IN_COMMENT and window.closes_at <= now())


def on_paper(actor: Actor, paper: Paper, window: CommentWindow | None) -> dict[str, bool]:
    """Tell what may be done with the comments on a paper as a whole."""
    stage = stage_of(paper, window)
    comments = window is not None and may(actor, "comments.comment", window)
    seats = may(actor, "groups.work_in_group", paper.group)
    is_over = is_answering(paper, window)
    return {
        "comment": comments and stage in (DURING, LATE),
        "support": comments and stage == DURING,
        "open": may(actor, "comments.open_window", paper)
        and (PAPER.allows(paper.state, "open_window") or (is_over and paper.state == IN_COMMENT)),
        "answer": seats and is_over,
        "discuss": seats,
        "translate": actor.holds("team", "interpreter") or seats,
    }


def with_comment(actor: Actor, comment: Comment, can: dict[str, bool]) -> dict[str, bool]:
    """Tell what may be done with one comment; `can` is what may be done on its paper."""
    own = is_own(comment, actor) and actor.holds(MEMBER)
    during = comment.window.is_open(comment.window.as_of(now()))
    answered = comment.state == ANSWERED
    return {
        "support": can["support"] and during and not is_own(comment, actor) and comment.state != WITHDRAWN,
        "amend": own and during and comment.state == OPEN,
        "withdraw": own and comment.state == OPEN and (during or comment.is_late),
        "judge": own and answered and comment.window.paper.state != PUBLISHED,
        "answer": can["answer"] and comment.state != WITHDRAWN,
        "open_again": can["answer"] and answered,
        "translate": can["translate"] and comment.window.paper.state != PUBLISHED and comment.state != WITHDRAWN,
    }
