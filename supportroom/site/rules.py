"""Who may publish."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("site.publish_report")
@permission("site.correct_report")
@permission("site.publish_paper")
@permission("site.correct_words")
@permission("site.correct_paper")
@permission("site.make_press_link")
@permission("site.withdraw_press_link")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team publishes what the participants adopted and what the members released."""
    return actor.holds(TEAM)
