"""Threads: opened, given another title, read so far."""

from supportroom.groups.models import WorkingGroup
from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.library.models import Source
from supportroom.workroom.models import Seen, Thread


@action("workroom.open_thread", on="group")
def open_thread(*, actor: Actor, group: WorkingGroup, title: str = "", source: Source | None = None) -> Thread:
    """Open a thread with a title, the discussion of a source, or, with neither, the group's general one.

    A source and the group have one each: where it is there already, that is given. DomainError
    `workroom.source_elsewhere`.
    """
    held = WorkingGroup.objects.select_for_update(no_key=True).get(pk=group.pk)
    if source is not None:
        own = Source.objects.filter(pk=source.pk, group=held, removed=False)
        refuse_unless(own.exists(), "workroom.source_elsewhere")
        title = ""
    known = Thread.objects.filter(group=held, source=source, title="").first() if not title else None
    thread = known or create(Thread, group=held, title=title, source=source, moved_at=now())
    record(thread, actor=actor, group=held.pk)
    return thread


@action("workroom.retitle_thread", on="thread")
def retitle_thread(*, actor: Actor, thread: Thread, title: str) -> Thread:
    """Give a thread another title. DomainError `workroom.title_missing`, also for one that never had any."""
    held = Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)
    refuse_unless(title and held.title, "workroom.title_missing")
    change(held, title=title)
    record(held, actor=actor)
    return held


@action("workroom.mark_seen", on="thread")
def mark_seen(*, actor: Actor, thread: Thread, position: int) -> Thread:
    """Keep that the actor was shown a thread up to a place; it never goes back.

    The journal is told that somebody read, neither who nor when.
    """
    held = Thread.objects.select_for_update(no_key=True).get(pk=thread.pk)
    keep_seen(held, actor.person_id, min(position, held.last))
    record_unnamed(held, at=held.moved_at)
    return held


def keep_seen(thread: Thread, person_id: int | None, position: int) -> None:
    """Keep how far somebody has read, inside an action that holds the thread."""
    own = Seen.objects.filter(thread=thread, person=person_id).first()
    if own is None and person_id is not None:
        create(Seen, thread=thread, person_id=person_id, position=position)
    elif own is not None and own.position < position:
        change(own, position=position)
