"""What pages and floors above read of a workroom. Rows are reached through `..._visible_to(actor, ...)` alone."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import groups_visible_to, people_of
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.errors import Missing
from supportroom.kernel.permissions import may
from supportroom.kernel.searching import holding
from supportroom.library.models import Source
from supportroom.people.models import Person
from supportroom.workroom.models import Attachment, Meeting, Post, Seen, SlotAnswer, Task, Thread
from supportroom.workroom.rules import reads_open_meetings
from supportroom.workroom.vocabulary import PROPOSED, SET

MOST_DONE = 30
LATELY = timedelta(days=1)


def workroom_of(actor: Actor, group_id: int) -> WorkingGroup:
    """Give a group whose workroom the actor reads; Missing for everybody else."""
    group = groups_visible_to(actor).filter(pk=group_id).first()
    if group is None or not may(actor, "workroom.read_discussion", group):
        raise Missing("kernel.missing")
    return group


def people_named(group: WorkingGroup) -> list[Person]:
    """Give who can be spoken to and given tasks: those who hold a seat now, in the order of their seats."""
    return list(people_of(group))


def threads_of(group: WorkingGroup, actor: Actor) -> QuerySet[Thread]:
    """A group's threads, each with `seen`: how far the actor has read; what moved last comes first."""
    own = Seen.objects.filter(thread=OuterRef("pk"), person=actor.person_id or 0).values("position")[:1]
    threads = Thread.objects.filter(group=group).select_related("source")
    return threads.annotate(seen_to=Coalesce(Subquery(own), 0)).order_by("-moved_at", "pk")


def newest_posts(threads: Iterable[Thread]) -> dict[int, Post]:
    """Give the newest post of each thread, by the thread's id."""
    ids = [thread.pk for thread in threads]
    posts = Post.objects.filter(thread__in=ids, position=F("thread__last")).select_related("written_by")
    return {post.thread_id: post for post in posts}


def general_thread(group: WorkingGroup) -> Thread | None:
    """Give where the group speaks about everything; None before the first word."""
    return Thread.objects.filter(group=group, title="", source=None).select_related("group").first()


def thread_about(source: Source) -> Thread | None:
    """Give the discussion of a source; None before the first word."""
    return Thread.objects.filter(source=source).select_related("group", "source").first()


def source_visible_to(actor: Actor, source_id: int) -> Source:
    """Give a source that still stands in the library of a group whose workroom the actor reads; Missing."""
    source = Source.objects.select_related("group").filter(pk=source_id, removed=False).first()
    if source is None or not may(actor, "workroom.read_discussion", source.group):
        raise Missing("kernel.missing")
    return source


def thread_visible_to(actor: Actor, thread_id: int) -> Thread:
    """Give a thread with its group and source; Missing."""
    thread = Thread.objects.select_related("group", "source").filter(pk=thread_id).first()
    return _read(actor, thread, thread.group if thread else None)


def seen_by(actor: Actor, thread: Thread) -> int:
    """Give the place of the last post that the actor was shown; nought before the first."""
    places = Seen.objects.filter(thread=thread, person=actor.person_id or 0).values_list("position", flat=True)
    return places.first() or 0


def posts_of(thread: Thread) -> QuerySet[Post]:
    """A thread's posts in order, with who wrote them, what they quote, and their files."""
    posts = Post.objects.filter(thread=thread).select_related("written_by", "quotes__written_by")
    return posts.prefetch_related("attachments__file").order_by("position")


def post_visible_to(actor: Actor, post_id: int) -> Post:
    """Give a post with thread and group; Missing."""
    posts = Post.objects.select_related("thread__group", "thread__source", "written_by")
    post = posts.filter(pk=post_id).first()
    return _read(actor, post, post.thread.group if post else None)


def posts_found(group: WorkingGroup, words: str) -> QuerySet[Post]:
    """A group's posts that hold every word, however it is typed; newest first."""
    posts = Post.objects.filter(thread__group=group, removed=False).select_related("thread__source", "written_by")
    return posts.filter(holding(words)).order_by("-written_at", "-position", "pk")


def attachment_visible_to(actor: Actor, attachment_id: int) -> Attachment:
    """Give a file that hangs in a thread which the actor reads; Missing."""
    found = Attachment.objects.select_related("file", "post__thread__group").filter(pk=attachment_id).first()
    return _read(actor, found, found.post.thread.group if found else None)


def open_tasks(group: WorkingGroup) -> QuerySet[Task]:
    """What is to be done, with whose it is; what is due first comes first."""
    return Task.objects.filter(group=group, done_on=None).select_related("whose")


def done_tasks(group: WorkingGroup) -> QuerySet[Task]:
    """The last tasks that were done, latest first."""
    done = Task.objects.filter(group=group, done_on__isnull=False).select_related("whose")
    return done.order_by("-done_on", "pk")[:MOST_DONE]


def task_visible_to(actor: Actor, task_id: int) -> Task:
    """Give a task with its group; Missing."""
    task = Task.objects.select_related("group", "whose").filter(pk=task_id).first()
    return _read(actor, task, task.group if task else None)


def meetings_visible_to(actor: Actor, group: WorkingGroup) -> QuerySet[Meeting]:
    """A group's meetings as far as the actor reads them: all for the group, else those open to members."""
    meetings = Meeting.objects.filter(group=group).select_related("group")
    if may(actor, "workroom.read_discussion", group):
        return meetings
    told = meetings.filter(open_to_members=True, starts_at__isnull=False).exclude(state=PROPOSED)
    return told if reads_open_meetings(actor) else meetings.none()


def coming(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Keep what is sought a time for, and what is set and not long over: the next first."""
    waiting = Q(state=PROPOSED) | Q(state=SET, starts_at__gt=now() - LATELY)
    return meetings.filter(waiting).order_by(F("starts_at").asc(nulls_last=True), "pk")


def over(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Keep what is over: the latest first."""
    waiting = Q(state=PROPOSED) | Q(state=SET, starts_at__gt=now() - LATELY)
    return meetings.exclude(waiting).order_by(F("starts_at").desc(nulls_last=True), "pk")


def answered_by(actor: Actor, group: WorkingGroup) -> set[int]:
    """Give the ids of a group's meetings whose times the actor has answered."""
    mine = SlotAnswer.objects.filter(slot__meeting__group=group, person=actor.person_id or 0)
    return set(mine.values_list("slot__meeting", flat=True))


def meeting_visible_to(actor: Actor, meeting_id: int) -> Meeting:
    """Give a meeting with its group; Missing."""
    meeting = Meeting.objects.select_related("group").filter(pk=meeting_id).first()
    if meeting is None or not may(actor, "workroom.read_meeting", meeting):
        raise Missing("kernel.missing")
    return meeting


def answers_to(meeting: Meeting) -> dict[tuple[int, int], str]:
    """Give who answered what to the proposed times of a meeting: (slot, person) -> answer."""
    rows = SlotAnswer.objects.filter(slot__meeting=meeting).values_list("slot", "person", "answer")
    return {(slot, person): answer for slot, person, answer in rows}


def _read(actor: Actor, thing: Any, group: WorkingGroup | None) -> Any:
    if thing is None or group is None or not may(actor, "workroom.read_discussion", group):
        raise Missing("kernel.missing")
    return thing
