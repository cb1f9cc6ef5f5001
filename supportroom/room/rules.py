"""Who may change the charter; witnesses are told by the clock."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM


@permission("room.found_room")
@permission("room.amend_charter")
@permission("room.add_pillar")
@permission("room.adopt_pillar")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team writes down what the members decided."""
    return actor.holds(TEAM)


@permission("room.tell_witnesses")
def nobody(actor: Actor, thing: Any) -> bool:
    """The room does this by itself."""
    return False


@permission("room.name_pillar")
def may_name(actor: Actor, thing: Any) -> bool:
    """The team, and interpreters, who translate what was proposed on the spot in one language."""
    return actor.holds(TEAM, INTERPRETER)
