"""Who may do what: whoever runs the server, by its commands; nobody through a page."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission


@permission("backups.settle_restored")
def is_the_room_itself(actor: Actor, thing: Any) -> bool:
    """Nobody but the room itself."""
    return False
