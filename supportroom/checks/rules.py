"""Who asks the members, who answers, who reads.

A check is opened by an action of an app above, which has a permission of its own: of the group it asks for, of the
paper it puts to the vote. What stands here is the least that holds for all of them.
"""

from typing import Any

from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import OPEN
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM


@permission("checks.open_members_check")
def may_ask(actor: Actor, thing: Any) -> bool:
    """Members and the team."""
    return actor.holds(MEMBER, TEAM)


@permission("checks.answer")
def may_answer(actor: Actor, thing: MembersCheck) -> bool:
    """Who is a member now, and was one when the check opened. Once it has ended the roll is gone: then the action says
    that it is over.
    """
    if not actor.holds(MEMBER):
        return False
    is_on_roll = thing.roll_entries.filter(person=actor.person_id).exists()
    return is_on_roll or not MembersCheck.objects.filter(pk=thing.pk, state=OPEN).exists()


@permission("checks.withdraw_members_check")
def may_withdraw(actor: Actor, thing: MembersCheck) -> bool:
    """The team, with a reason."""
    return actor.holds(TEAM)


@permission("checks.count_check")
@permission("checks.ask_again")
def counts(actor: Actor, thing: MembersCheck) -> bool:
    """The room by itself: nobody is needed for it, nobody can put it off."""
    return actor.holds("system")


@permission("checks.read_checks")
def reads_checks(actor: Actor, thing: Any) -> bool:
    """Members, team, office and interpreters read what is asked, and the outcome once it is counted."""
    return actor.holds(MEMBER, TEAM, OFFICE, INTERPRETER)
