"""Who reads and writes in a group's workroom.

Who holds a seat works there, and the team with them; nobody else reads a word of the discussion. What somebody wrote is
changed by them alone. Meetings that are open to members are read by all members once their time is set.
"""

from supportroom.groups.models import WorkingGroup
from supportroom.groups.rules import holds_seat
from supportroom.groups.vocabulary import AT_WORK
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, MEMBER, TEAM
from supportroom.workroom.models import Attachment, Meeting, Post, Task, Thread
from supportroom.workroom.vocabulary import PROPOSED


@permission("workroom.read_discussion")
def reads(actor: Actor, thing: WorkingGroup) -> bool:
    """Who holds a seat now, and the team: a seat given up reads nothing any more."""
    return actor.holds(TEAM) or holds_seat(actor, thing)


@permission("workroom.open_thread")
@permission("workroom.add_task")
@permission("workroom.propose_meeting")
def works(actor: Actor, thing: WorkingGroup) -> bool:
    """Who reads the discussion, while the group is at work."""
    return thing.state == AT_WORK and reads(actor, thing)


@permission("workroom.write_post")
@permission("workroom.retitle_thread")
@permission("workroom.amend_task")
@permission("workroom.finish_task")
@permission("workroom.reopen_task")
@permission("workroom.remove_task")
@permission("workroom.amend_meeting")
@permission("workroom.set_meeting")
@permission("workroom.call_off_meeting")
@permission("workroom.write_minutes")
def works_on(actor: Actor, thing: Thread | Task | Meeting) -> bool:
    """Who works in the group."""
    return works(actor, thing.group)


@permission("workroom.mark_seen")
def follows(actor: Actor, thing: Thread) -> bool:
    """Who reads the thread says how far."""
    return actor.is_known and reads(actor, thing.group)


def _wrote(actor: Actor, post: Post) -> bool:
    return actor.person_id is not None and actor.person_id == post.written_by_id


@permission("workroom.amend_post")
def may_amend(actor: Actor, thing: Post) -> bool:
    """Who wrote it, while the group is at work."""
    return _wrote(actor, thing) and works(actor, thing.thread.group)


@permission("workroom.remove_post")
def may_remove(actor: Actor, thing: Post) -> bool:
    """Who wrote it, as long as they read it; and the team, which answers for what stands in the room."""
    return actor.holds(TEAM) or (_wrote(actor, thing) and reads(actor, thing.thread.group))


@permission("workroom.read_attachment")
def reads_attachment(actor: Actor, thing: Attachment) -> bool:
    """Who reads the thread in which it hangs."""
    return reads(actor, thing.post.thread.group)


@permission("workroom.answer_slots")
def may_answer(actor: Actor, thing: Meeting) -> bool:
    """Who holds a seat, while times are sought."""
    return thing.state == PROPOSED and thing.group.state == AT_WORK and holds_seat(actor, thing.group)


def reads_open_meetings(actor: Actor) -> bool:
    """Tell whether the actor is told of meetings that are open to all members."""
    return actor.holds(MEMBER, INTERPRETER)


@permission("workroom.read_meeting")
def reads_meeting(actor: Actor, thing: Meeting) -> bool:
    """Who reads the discussion; of a meeting that is open to them, members and interpreters once its time is set."""
    is_open = thing.open_to_members and thing.state != PROPOSED and thing.starts_at is not None
    return (is_open and reads_open_meetings(actor)) or reads(actor, thing.group)
