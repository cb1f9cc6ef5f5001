"""What a working group writes, plans and agrees on: built by the product's own actions."""

from datetime import datetime, timedelta
from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Person
from supportroom.workroom.actions import add_task, open_thread, propose_meeting, set_meeting, write_post
from supportroom.workroom.models import Meeting, Post, Task, Thread
from tests.factories.personas import actor_of
from tests.factories.rounds import words


def _actor(by: Person | Actor) -> Actor:
    return actor_of(by) if isinstance(by, Person) else by


def a_thread(group: WorkingGroup, title: str = "", *, by: Person | Actor = SYSTEM, source: Any = None) -> Thread:
    """Open a thread; without a title or a source the group's general one."""
    return open_thread(actor=_actor(by), group=group, title=title, source=source)


def posted(thread: Thread, by: Person | Actor, text: str = "I have found the law of 1958.", **more: Any) -> Post:
    """Write a post."""
    return write_post(actor=_actor(by), thread=thread, text=text, **more)


def a_task(group: WorkingGroup, title: str = "Read the law", **more: Any) -> Task:
    """Add a task."""
    return add_task(actor=SYSTEM, group=group, title=title, **more)


def a_meeting(group: WorkingGroup, *times: datetime, title: str = "First draft", **more: Any) -> Meeting:
    """Propose a meeting: at these times, or tomorrow and the day after."""
    chosen = times or tuple(now() + timedelta(days=days) for days in (1, 2))
    return propose_meeting(actor=SYSTEM, group=group, title=words(title), times=chosen, **more)


def a_meeting_set(group: WorkingGroup, **more: Any) -> Meeting:
    """Propose a meeting and set it for its first time."""
    meeting = a_meeting(group, **more)
    first = meeting.slots.first()
    assert first
    return set_meeting(actor=SYSTEM, meeting=meeting, starts_at=first.starts_at)
