"""Who plans public events: the team."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("events.read_plans")
@permission("events.plan_event")
@permission("events.amend_event")
@permission("events.announce_event")
@permission("events.call_off_event")
@permission("events.say_held")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team plans, announces and calls off."""
    return actor.holds(TEAM)
