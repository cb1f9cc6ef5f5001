"""Who may do what with notices: everybody with their own, the team with the mails that did not leave."""

from typing import Any

from supportroom.groups.models import WorkingGroup
from supportroom.groups.queries import groups_visible_to
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import OFFICE, TEAM
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.rounds.models import Round
from supportroom.rounds.queries import rounds_visible_to
from supportroom.topics.models import Topic
from supportroom.topics.queries import topics_visible_to


@permission("notices.tell")
@permission("notices.queue_digests")
@permission("notices.send_mail")
@permission("notices.forget_old")
@permission("notices.hold_back_mail")
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
    """Whoever sees a round, a topic, a working group or a recommendation can follow it."""
    if isinstance(thing, WorkingGroup):
        return actor.is_known and groups_visible_to(actor).filter(pk=thing.pk).exists()
    if isinstance(thing, Recommendation):
        return actor.is_known and recommendations_visible_to(actor).filter(pk=thing.pk).exists()
    if isinstance(thing, Topic):
        return actor.is_known and topics_visible_to(actor, thing.round).filter(pk=thing.pk).exists()
    seen = rounds_visible_to(actor).filter(pk=thing.pk) if isinstance(thing, Round) else Round.objects.none()
    return actor.is_known and seen.exists()


@permission("notices.unfollow")
def is_somebody(actor: Actor, thing: Any) -> bool:
    """Everybody can stop following, also what they do not see any more."""
    return actor.is_known


@permission("notices.hear_of_reviews")
def is_office(actor: Actor, thing: Any) -> bool:
    """The office is told of papers that wait for its review."""
    return actor.holds(OFFICE)


@permission("notices.read_outbox")
@permission("notices.try_again")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team sees which mails did not leave, and lets them be tried again."""
    return actor.holds(TEAM)
