"""Who may do what with notices: everybody with their own, the team with the mails that did not leave."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.topics.models import Topic


@permission("notices.tell")
@permission("notices.queue_digests")
@permission("notices.send_mail")
@permission("notices.forget_old")
def nobody(actor: Actor, thing: Any) -> bool:
    """The room does this by itself."""
    return False


@permission("notices.read_notices")
@permission("notices.choose_pace")
@permission("notices.trust_address")
def is_self(actor: Actor, thing: Any) -> bool:
    """Each person reads their own notices and chooses for themselves."""
    return actor.person_id is not None and actor.person_id == thing.pk


@permission("notices.follow")
def sees(actor: Actor, thing: Any) -> bool:
    """Whoever sees a round can follow it, and its topics."""
    round_id = thing.pk if isinstance(thing, Round) else thing.round_id if isinstance(thing, Topic) else None
    return actor.is_known and rounds_visible_to(actor).filter(pk=round_id or 0).exists()


@permission("notices.unfollow")
def is_somebody(actor: Actor, thing: Any) -> bool:
    """Everybody can stop following, also what they do not see any more."""
    return actor.is_known


@permission("notices.read_outbox")
@permission("notices.try_again")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team sees which mails did not leave, and lets them be tried again."""
    return actor.holds(TEAM)
