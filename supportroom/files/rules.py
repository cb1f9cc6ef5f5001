"""Who may do what: nobody but the room's own periodic work. Apps that own files ask their own questions."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission


@permission("files.release_file")
@permission("files.refuse_file")
@permission("files.forget_allowances")
def is_periodic_work(actor: Actor, thing: Any) -> bool:
    """The scanner's answer decides, no person."""
    return actor.holds("system")
