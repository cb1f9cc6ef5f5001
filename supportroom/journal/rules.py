"""Who may do what to the journal: nobody. The room seals and forgets by itself."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission


@permission("journal.seal_unnamed")
@permission("journal.forget_actors")
def nobody(actor: Actor, thing: Any) -> bool:
    """The clock alone."""
    return False
