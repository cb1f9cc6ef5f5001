"""What waits for somebody, gathered from the floors below: one file a noun."""

from supportroom.desk.queries.answers import carried_by, overdue_for_team, owed_by
from supportroom.desk.queries.briefings import briefings_of
from supportroom.desk.queries.checks import checks_of
from supportroom.desk.queries.comments import comments_of
from supportroom.desk.queries.groups import groups_for_team, seats_held, work_in_groups
from supportroom.desk.queries.mails import mails_for_team
from supportroom.desk.queries.members import asked_of
from supportroom.desk.queries.moves import Move, recent_moves
from supportroom.desk.queries.outcomes import moved_since
from supportroom.desk.queries.papers import papers_for_team, papers_of, reviews_for_office
from supportroom.desk.queries.public import questions_for_team
from supportroom.desk.queries.register import register_for_team
from supportroom.desk.queries.safety import safety_of
from supportroom.desk.queries.sessions import in_open_sessions, sessions_for_team
from supportroom.desk.queries.teamwork import preparation_for_team, rounds_for_team
from supportroom.desk.queries.texts import consents_of, reports_for_team, statements_to_answer, texts_of
from supportroom.desk.waiting import Waiting, in_order
from supportroom.kernel.actors import Actor
from supportroom.people.vocabulary import ADDRESSEE, OFFICE, TEAM

__all__ = ["Move", "moved_since", "recent_moves", "waiting_for"]


def waiting_for(actor: Actor) -> list[Waiting]:
    """List what waits for the actor in all their roles, the oldest first."""
    things = [*asked_of(actor), *in_open_sessions(actor), *texts_of(actor), *consents_of(actor), *carried_by(actor)]
    things += safety_of(actor)
    mine = seats_held(actor)
    things += [*checks_of(actor), *work_in_groups(actor, mine), *comments_of(actor, mine), *papers_of(actor, mine)]
    if actor.holds(TEAM):
        things += [*groups_for_team(), *papers_for_team(), *questions_for_team()]
        things += [*register_for_team(actor), *overdue_for_team(), *mails_for_team()]
        things += [*rounds_for_team(actor), *preparation_for_team(), *sessions_for_team(), *reports_for_team()]
    if actor.holds(TEAM, OFFICE):
        things += briefings_of(actor)
    if actor.holds(OFFICE):
        things += reviews_for_office()
    if actor.holds(OFFICE, ADDRESSEE):
        things += [*statements_to_answer(actor), *owed_by(actor)]
    return in_order(things)
