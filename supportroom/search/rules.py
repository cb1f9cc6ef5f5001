"""Who may fill the index: the clock."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission


@permission("search.fill_index")
def is_the_clock(actor: Actor, thing: Any) -> bool:
    """The index is filled by the periodic work and by whoever runs the server, never by a person in the room."""
    return actor.holds("system")
