"""Who may do what with envelopes: the clock sends them, the team lets those that failed be tried again."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM


@permission("mailing.send_envelopes")
@permission("mailing.forget_envelopes")
@permission("mailing.hold_back_envelopes")
def nobody(actor: Actor, thing: Any) -> bool:
    """The room does this by itself."""
    return False


@permission("mailing.try_envelopes_again")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team, once the mail server works again."""
    return actor.holds(TEAM)
