"""Who may do what: the team and the Envoy's office log and read; what was absent is sent by the team."""

from typing import Any

from supportroom.briefings.models import Reflection
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM


@permission("briefings.log_briefing")
@permission("briefings.amend_briefing")
@permission("briefings.trash_briefing")
@permission("briefings.restore_briefing")
@permission("briefings.read_trash")
@permission("briefings.read")
@permission("briefings.read_names")
def reads_briefings(actor: Actor, thing: Any) -> bool:
    """The team and the Envoy's office: they bring briefings, read them, and see who read."""
    return actor.holds(TEAM, OFFICE)


@permission("briefings.read_again")
def may_read_again(actor: Actor, thing: Reflection) -> bool:
    """The team and the office; that it is another person than the first reader is asked in the action."""
    return actor.holds(TEAM, OFFICE)


@permission("briefings.withdraw_reading")
def may_withdraw(actor: Actor, thing: Reflection) -> bool:
    """Who read first, and the team."""
    return actor.holds(TEAM) or (actor.holds(OFFICE) and actor.person_id == thing.first_reader_id)


@permission("briefings.send_absent")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team, in the room's name."""
    return actor.holds(TEAM)


@permission("briefings.read_text")
@permission("briefings.read_absent")
def is_of_the_room(actor: Actor, thing: Any) -> bool:
    """Members, team, office and interpreters: the whole text, and the lists that went to the office."""
    return actor.holds(MEMBER, TEAM, OFFICE, INTERPRETER)


@permission("briefings.empty_trash")
@permission("briefings.note_nearness")
def is_system(actor: Actor, thing: Any) -> bool:
    """Nobody: the room does this by itself."""
    return actor.holds("system")
