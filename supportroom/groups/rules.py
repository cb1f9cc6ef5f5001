"""Who may call for, open, appoint and close working groups; who stands, sits and works in them.

Any member calls for a group; the team opens it, or the members do by their check. Members stand for themselves. Who
holds a seat works, gives the seat up, and names the coordinator with the others. The team appoints and closes.
"""

from typing import Any

from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.vocabulary import AT_WORK, CALLED, HELD, NOT_OPENED, WITHDRAWN
from supportroom.kernel.actors import Actor
from supportroom.kernel.asked_once import asked_once
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, MEMBER, OFFICE, TEAM


@permission("groups.open_group")
@permission("groups.turn_down_group")
@permission("groups.take_candidates")
@permission("groups.end_candidates")
@permission("groups.give_up_group")
@permission("groups.close_group")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team opens and closes."""
    return actor.holds(TEAM)


@permission("groups.appoint")
@permission("groups.replace")
@permission("groups.read_candidates")
def appoints(actor: Actor, thing: WorkingGroup) -> bool:
    """The team, but for who of it stands for this very group or holds a seat of it."""
    return actor.holds(TEAM) and not thing.candidates.filter(person=actor.person_id).exclude(state=WITHDRAWN).exists()


@permission("groups.call_group")
def may_call(actor: Actor, thing: Any) -> bool:
    """Any member, and the team."""
    return actor.holds(MEMBER, TEAM)


@permission("groups.read_groups")
def reads_groups(actor: Actor, thing: Any) -> bool:
    """Members, team, office and interpreters read that a group is there and what it does."""
    return actor.holds(MEMBER, TEAM, OFFICE, INTERPRETER)


def is_caller(actor: Actor, group: WorkingGroup) -> bool:
    """Tell whether the actor called for this group."""
    return actor.person_id is not None and actor.person_id == group.called_by_id


@permission("groups.reword_group")
def may_reword(actor: Actor, thing: WorkingGroup) -> bool:
    """The team; who called for it, until it is opened."""
    return actor.holds(TEAM) or (is_caller(actor, thing) and actor.holds(MEMBER) and thing.state == CALLED)


@permission("groups.translate_group")
def may_translate(actor: Actor, thing: WorkingGroup) -> bool:
    """The team and interpreters."""
    return actor.holds(TEAM, INTERPRETER)


@permission("groups.ask_members")
def may_ask_members(actor: Actor, thing: WorkingGroup) -> bool:
    """The team; who called for it too, so that no team can keep the members from deciding."""
    return thing.state in (CALLED, NOT_OPENED) and (
        actor.holds(TEAM) or (is_caller(actor, thing) and actor.holds(MEMBER))
    )


@permission("groups.stand")
def may_stand(actor: Actor, thing: WorkingGroup) -> bool:
    """Members, each for themselves."""
    return actor.holds(MEMBER) and actor.is_known


@permission("groups.withdraw_candidacy")
def is_own_candidacy(actor: Actor, thing: Candidate) -> bool:
    """Who stands takes it back."""
    return actor.person_id is not None and actor.person_id == thing.person_id


@permission("groups.resign")
def is_own_seat(actor: Actor, thing: Seat) -> bool:
    """Who holds the seat gives it up."""
    return actor.person_id is not None and actor.person_id == thing.person_id


def holds_seat(actor: Actor, group: WorkingGroup) -> bool:
    """Tell whether the actor holds a seat of this group now."""
    asked = group.seats.filter(person=actor.person_id, state=HELD)
    return actor.is_known and asked_once(("groups.holds_seat", actor.person_id, group.pk), asked.exists)


@permission("groups.work_in_group")
@permission("groups.name_coordinator")
def works_in(actor: Actor, thing: WorkingGroup) -> bool:
    """Who holds a seat, while the group is at work."""
    return thing.state == AT_WORK and holds_seat(actor, thing)


@permission("groups.read_work")
def reads_work(actor: Actor, thing: WorkingGroup) -> bool:
    """Who holds a seat, the team, and interpreters, who translate."""
    return actor.holds(TEAM, INTERPRETER) or holds_seat(actor, thing)


@permission("groups.read_seats")
def reads_seats(actor: Actor, thing: WorkingGroup) -> bool:
    """Who holds a seat, and the team, read by name who holds the others."""
    return actor.holds(TEAM) or holds_seat(actor, thing)
