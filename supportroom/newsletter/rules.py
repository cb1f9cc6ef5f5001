"""Who subscribes, who writes and sends."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("newsletter.subscribe")
@permission("newsletter.confirm")
@permission("newsletter.leave")
def anybody(actor: Actor, thing: Any) -> bool:
    """Anybody asks for it; who holds a link confirms or leaves: the link itself is the proof."""
    return True


@permission("newsletter.write_issue")
@permission("newsletter.amend_issue")
@permission("newsletter.send_issue")
@permission("newsletter.read_issues")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team writes and sends. Nobody reads a list of addresses."""
    return actor.holds(TEAM)


@permission("newsletter.forget_pending")
def is_clock(actor: Actor, thing: Any) -> bool:
    """Nobody: the clock does this."""
    return False
