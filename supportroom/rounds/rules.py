"""Who may do what with rounds, sessions and participants."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.attendance import checkable_among
from supportroom.rounds.models import Participant, Round, Session
from supportroom.rounds.vocabulary import OPEN


@permission("rounds.create_round")
@permission("rounds.amend_round")
@permission("rounds.start_round")
@permission("rounds.begin_reporting")
@permission("rounds.resume_round")
@permission("rounds.add_group")
@permission("rounds.amend_group")
@permission("rounds.remove_group")
@permission("rounds.add_session")
@permission("rounds.amend_session")
@permission("rounds.remove_session")
@permission("rounds.add_participant")
@permission("rounds.amend_participant")
@permission("rounds.import_participants")
@permission("rounds.remove_participant")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team prepares rounds."""
    return actor.holds(TEAM)


@permission("rounds.note_deadlines")
def is_nobody(actor: Actor, thing: Any) -> bool:
    """The room alone notes which windows are over, in its periodic work."""
    return False


@permission("rounds.read_participants")
def shares_round(actor: Actor, thing: Round) -> bool:
    """Who takes part is known to the team and to those who take part themselves (S16)."""
    return actor.holds(TEAM) or Participant.objects.of(actor).filter(round=thing).exists()


@permission("rounds.open_session")
def may_open(actor: Actor, thing: Session) -> bool:
    """The team at any time; whoever takes part in the session once its day has come in the round's zone."""
    if actor.holds(TEAM):
        return True
    return thing.day_has_come(now()) and Participant.objects.of_session(thing).of(actor).exists()


@permission("rounds.close_session")
def may_close(actor: Actor, thing: Session) -> bool:
    """The session's facilitator, or the team."""
    return actor.holds(TEAM) or (actor.person_id is not None and actor.person_id == thing.facilitator_id)


@permission("rounds.add_pillar")
@permission("rounds.attach_pillar")
def may_add_pillar(actor: Actor, thing: Round) -> bool:
    """The team, and on the spot who facilitates or records a session of the round that is open now."""
    if actor.holds(TEAM):
        return True
    return any(session.is_led_by(actor) for session in Session.objects.filter(round=thing, state=OPEN))


@permission("rounds.check_in")
@permission("rounds.undo_check_in")
def may_check_in(actor: Actor, thing: Participant) -> bool:
    """The team; on a day of the round participants for themselves, and who leads an open session for those in it."""
    return thing.pk in checkable_among(actor, thing.round, [thing])
