"""Who may do what."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("outlets.ask_copy")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team has a copy of the public site made, and takes it along."""
    return actor.holds(TEAM)
