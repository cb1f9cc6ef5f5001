"""Who is told of what: for each action of the journal, the category, what is said, to whom, and where to look.

A table, by noun; its functions take the thing that the journal names and give ids of persons, or the thing to look at.
They raise `Vanished` where what they need is gone: then nobody is told.
"""

from typing import Final

from supportroom.notices.audiences import (
    answers,
    briefings,
    groups,
    invitations,
    papers,
    people,
    public,
    recommendations,
    rounds,
    safety,
    topics,
)
from supportroom.notices.audiences.audience import Audience

FILES: Final = (
    people,
    topics,
    rounds,
    invitations,
    groups,
    papers,
    recommendations,
    answers,
    briefings,
    public,
    safety,
)
AUDIENCES: dict[str, tuple[Audience, ...]] = {name: told for file in FILES for name, told in file.AUDIENCES.items()}
# What somebody is told because they follow, and can do without.
CAN_BE_LEFT: frozenset[str] = frozenset(
    audience.kind or name for name, audiences in AUDIENCES.items() for audience in audiences if audience.by_following
)

__all__ = ["AUDIENCES", "CAN_BE_LEFT", "Audience"]
