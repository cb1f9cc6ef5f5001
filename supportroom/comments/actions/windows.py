"""A comment window: opened over one version of the paper; announced, reminded of and closed when its instants come."""

from datetime import datetime, timedelta

from supportroom.comments.lifecycle import WINDOW
from supportroom.comments.models import CommentWindow, MailAddress
from supportroom.comments.queries import open_comments
from supportroom.comments.reply_address import takes_mail
from supportroom.comments.vocabulary import REMINDER_HOURS, RUNNING
from supportroom.groups.queries import refuse_if_short
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, create_many, refuse_unless
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.papers.lifecycle import PAPER
from supportroom.papers.models import Paper
from supportroom.papers.versions import keep_version_now
from supportroom.papers.vocabulary import FOR_COMMENTS
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.room.queries import charter
from supportroom.rounds.wall_time import wall_time_of


@action("comments.open_window", on="paper")
def open_window(
    *, actor: Actor, paper: Paper, closes_at: datetime, opens_at: datetime | None = None, time_zone: str = ""
) -> CommentWindow:
    """Open a paper to the comments of all members over the text as it stands: from this minute, or a later instant on.

    From here on the text is not written on. The days are counted by the clock of `time_zone` (the room's by default).
    DomainError `comments.days`, `comments.opens_past`, `comments.open_left`, `groups.must_be_filled`, `kernel.not_now`.
    """
    held = settle_if_over(paper)
    minute, zone = now().replace(second=0, microsecond=0), time_zone or charter().time_zone
    first = opens_at or minute
    refuse_unless(first >= minute, "comments.opens_past")
    refuse_wrong_length(first, closes_at, zone)
    left = open_comments(held)
    refuse_unless(not left, "comments.open_left", count=left)
    PAPER.step(held.state, "open_window")
    refuse_if_short(held.group)
    number = held.windows.count() + 1
    window = create(
        CommentWindow,
        paper=held,
        shown=keep_version_now(held, occasion=FOR_COMMENTS),
        number=number,
        opens_at=first,
        closes_at=closes_at,
        time_zone=zone,
    )
    advance(held, PAPER, "open_window")
    paper.state, paper.version = held.state, held.version
    record(window, actor=actor, paper=held.pk)
    if window.is_open(now()):
        announce_window(actor=SYSTEM, comment_window=window)
    return window


def refuse_wrong_length(opens_at: datetime, closes_at: datetime, zone: str) -> None:
    """Raise DomainError `comments.days` unless the window is as long as the charter says, by the clock of a zone."""
    room = charter()
    least, most = room.comment_days_least, room.comment_days_most
    length = wall_time_of(closes_at, zone) - wall_time_of(opens_at, zone)
    refuse_unless(timedelta(days=least) <= length <= timedelta(days=most), "comments.days", least=least, most=most)


def held_paper(paper: Paper) -> Paper:
    """Read a paper anew and hold it until the end of the action."""
    return Paper.objects.select_for_update(no_key=True).get(pk=paper.pk)


def held_window(comment_window: CommentWindow) -> CommentWindow:
    """Read a window anew and hold it: its comments come one after another."""
    return CommentWindow.objects.select_for_update(no_key=True).get(pk=comment_window.pk)


@action("comments.announce_window", on="comment_window")
def announce_window(*, actor: Actor, comment_window: CommentWindow) -> CommentWindow:
    """Tell that a window has opened, once; every member is given an address to mail comments to.

    A window announced in its last 48 hours is not reminded of. DomainError `kernel.not_now`.
    """
    held = held_window(comment_window)
    moment = now()
    refuse_unless(held.is_open(moment) and not held.is_announced, "kernel.not_now")
    change(held, is_announced=True, is_reminded=held.is_reminded or is_near_close(held, moment))
    _give_addresses(held)
    record(held, actor=actor, paper=held.paper_id)
    comment_window.refresh_from_db()
    return held


def is_near_close(window: CommentWindow, moment: datetime) -> bool:
    """Tell whether the last 48 hours of a window have begun."""
    return moment >= window.closes_at - timedelta(hours=REMINDER_HOURS)


def _give_addresses(window: CommentWindow) -> None:
    """Make the secret address of every member who has none yet, where the room takes mail."""
    if not takes_mail():
        return
    known = set(window.mail_addresses.values_list("person_id", flat=True))
    members = Person.objects.holding(MEMBER).values_list("pk", flat=True)
    create_many(MailAddress, [{"window": window, "person_id": pk} for pk in members if pk not in known])


@action("comments.remind_window", on="comment_window")
def remind_window(*, actor: Actor, comment_window: CommentWindow) -> CommentWindow:
    """Remind who has not commented that a window closes in 48 hours or less, once. DomainError `kernel.not_now`."""
    held = held_window(comment_window)
    moment = now()
    is_due = held.is_announced and not held.is_reminded and is_near_close(held, moment)
    refuse_unless(held.is_open(moment) and is_due, "kernel.not_now")
    change(held, is_reminded=True)
    _give_addresses(held)
    record(held, actor=actor, paper=held.paper_id)
    comment_window.refresh_from_db()
    return held


@action("comments.close_window", on="comment_window")
def close_window(*, actor: Actor, comment_window: CommentWindow) -> CommentWindow:
    """Tell that a window is over, once: the group answers now. DomainError `kernel.not_now` before its last instant."""
    held = held_window(comment_window)
    refuse_unless(now() >= held.closes_at, "kernel.not_now")
    advance(held, WINDOW, "close", is_announced=True, is_reminded=True)
    advance(held_paper(held.paper), PAPER, "close_window")
    record(held, actor=actor, paper=held.paper_id)
    comment_window.refresh_from_db()
    return held


def settle_if_over(paper: Paper) -> Paper:
    """Close a paper's window whose last instant has come, if nobody did: before any action that comes after it.

    Gives the paper as it stands then, held.
    """
    window = paper.windows.filter(state=RUNNING, closes_at__lte=now()).first()
    if window is not None:
        close_window(actor=SYSTEM, comment_window=window)
    held = held_paper(paper)
    paper.state, paper.version = held.state, held.version
    return held
