"""Who may do what here."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import MEMBER, TEAM
from supportroom.rounds.models import Round
from supportroom.selection.models import Listing


@permission("selection.read_list")
@permission("selection.add_listing")
@permission("selection.add_listings")
@permission("selection.import_listings")
@permission("selection.group_listing")
@permission("selection.group_listings")
@permission("selection.remove_listing")
@permission("selection.remove_listings")
@permission("selection.set_places")
@permission("selection.confirm_list")
@permission("selection.reopen_list")
@permission("selection.set_quotas")
@permission("selection.give_reason")
@permission("selection.open_registration")
@permission("selection.amend_registration")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team puts lists together, and nobody else sees them."""
    return actor.holds(TEAM)


@permission("selection.apply")
@permission("selection.take_application_back")
def is_member(actor: Actor, thing: Any) -> bool:
    """Members register for themselves; nobody does it for them."""
    return actor.is_known and actor.holds(MEMBER)


@permission("selection.leave_list")
@permission("selection.come_back")
def may_withdraw(actor: Actor, thing: Round) -> bool:
    """Members, and whoever is on the list, withdraw for themselves."""
    return (
        is_member(actor, thing)
        or Listing.objects.filter(draft_list__round=thing, person_id=actor.person_id or 0).exists()
    )
