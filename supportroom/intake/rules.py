"""Who may do what: the team brings documents in, looks them through, and records them."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("intake.read_intakes")
@permission("intake.bring_document")
@permission("intake.correct_item")
@permission("intake.add_item")
@permission("intake.take_item")
@permission("intake.drop_item")
@permission("intake.join_items")
@permission("intake.split_item")
@permission("intake.amend_group")
@permission("intake.take_group")
@permission("intake.drop_group")
@permission("intake.record_intake")
@permission("intake.cancel_intake")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team: it keeps the register, and what is on its way in may name people."""
    return actor.holds(TEAM)
