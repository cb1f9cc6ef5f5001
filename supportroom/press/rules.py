"""Who prepares what the press is handed: the group and the team. Only who said words clears them."""

from typing import Any

from supportroom.groups.rules import holds_seat
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may, permission
from supportroom.papers.models import Paper
from supportroom.people.vocabulary import TEAM
from supportroom.press.models import Quotation


@permission("press.read_pack")
@permission("press.write_summary")
@permission("press.offer_quotation")
@permission("press.export_pack")
def prepares(actor: Actor, thing: Paper) -> bool:
    """Who holds a seat of the group, and the team."""
    return actor.holds(TEAM) or holds_seat(actor, thing.group)


@permission("press.approve_summary")
def is_of_the_group(actor: Actor, thing: Paper) -> bool:
    """Who holds a seat: the team does not approve for them."""
    return holds_seat(actor, thing.group)


@permission("press.ask_anybody")
@permission("press.write_letter")
@permission("press.set_embargo")
def sends_it_out(actor: Actor, thing: Paper) -> bool:
    """The team, which writes to the press, and can ask anybody of the room for a quotation."""
    return actor.holds(TEAM)


@permission("press.add_contact")
@permission("press.remove_contact")
@permission("press.read_contacts")
def keeps_contacts(actor: Actor, thing: Any) -> bool:
    """The team alone."""
    return actor.holds(TEAM)


@permission("press.clear_quotation")
def said_it(actor: Actor, thing: Quotation) -> bool:
    """Whose words they are."""
    return actor.person_id is not None and actor.person_id == thing.person_id


@permission("press.take_back_quotation")
def said_or_offered_it(actor: Actor, thing: Quotation) -> bool:
    """Whose words they are; and who prepares the pack, for nobody must be quoted."""
    return said_it(actor, thing) or prepares(actor, thing.pack.paper)


@permission("press.read_history")
def reads_history(actor: Actor, thing: Paper) -> bool:
    """Whoever reads that the group is there; what it tells hides nothing that they may not read."""
    return may(actor, "groups.read_groups")
