"""Who may do what: the team keeps the register, interpreters translate it."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM


@permission("register.record_recommendations")
@permission("register.add_document")
@permission("register.amend_document")
@permission("register.amend_recommendation")
@permission("register.address_recommendations")
@permission("register.release_recommendations")
@permission("register.bring_together")
@permission("register.amend_demand")
@permission("register.take_out_of_demand")
@permission("register.set_aside")
@permission("register.take_back")
@permission("register.add_addressee")
@permission("register.amend_addressee")
@permission("register.remove_addressee")
@permission("register.name_representative")
@permission("register.dismiss_representative")
@permission("register.add_theme")
@permission("register.amend_theme")
@permission("register.remove_theme")
@permission("register.read_register")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team keeps the register: its addressees, its themes, what is recorded, released and set aside."""
    return actor.holds(TEAM)


@permission("register.reword_recommendation")
def may_word(actor: Actor, thing: Any) -> bool:
    """The team words and translates; interpreters translate."""
    return actor.holds(TEAM, INTERPRETER)
