"""Who may write, read back, adopt and deliver statements, and who may write the report.

Writers of a statement are its volunteers and the rapporteurs of its group's sessions; of a report the team and the
round's rapporteurs. Whoever translates may write translations, never the words that a group adopts.
"""

from typing import Any

from django.db.models import Q

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM
from supportroom.rounds.models import Participant, Round, Session
from supportroom.statements.models import Reply, Report, Spokesperson, Statement, Volunteer


def _sessions(actor: Actor, round_id: int, *, roles: tuple[str, ...]) -> Any:
    """The sessions of a round in which the actor has one of these roles (facilitator, rapporteur)."""
    if actor.person_id is None:
        return Session.objects.none()
    chosen = Q(pk=None)
    for role in roles:
        chosen |= Q(**{f"{role}_id": actor.person_id})
    return Session.objects.filter(chosen, round_id=round_id)


def _leads(actor: Actor, thing: Statement | Report, *roles: str) -> bool:
    sessions = _sessions(actor, thing.round_id, roles=roles)
    return (sessions.filter(group=thing.group_id) if isinstance(thing, Statement) else sessions).exists()


@permission("statements.start_statement")
def may_start(actor: Actor, thing: Round) -> bool:
    """Who takes part in the round or records one of its sessions, and the team."""
    takes_part = Participant.objects.of(actor).filter(round=thing).exists()
    return actor.holds(TEAM) or takes_part or _sessions(actor, thing.pk, roles=("rapporteur",)).exists()


@permission("statements.volunteer")
@permission("statements.step_down")
def is_of_the_group(actor: Actor, thing: Statement) -> bool:
    """Who takes part in the statement's group; in the round where it is of no group. Nobody is put down by others."""
    members = Participant.objects.of(actor).filter(round_id=thing.round_id)
    return (members.filter(Q(group=None) | Q(group=thing.group_id)) if thing.group_id else members).exists()


@permission("statements.name_statement")
@permission("statements.add_items")
@permission("statements.add_words")
@permission("statements.rest_item")
@permission("statements.move_item")
@permission("statements.remove_item")
@permission("statements.restore_item")
@permission("statements.read_back_statement")
@permission("statements.take_back_statement")
@permission("statements.name_spokesperson")
def writes(actor: Actor, thing: Statement) -> bool:
    """The volunteers, and the rapporteurs of the group's sessions."""
    if actor.person_id is None:
        return False
    is_volunteer = Volunteer.objects.filter(statement=thing, person_id=actor.person_id).exists()
    return is_volunteer or _leads(actor, thing, "rapporteur")


@permission("statements.reword_item")
def may_reword(actor: Actor, thing: Statement) -> bool:
    """The writers; translations also interpreters and the team."""
    return actor.holds(TEAM, INTERPRETER) or writes(actor, thing)


@permission("statements.remove_spokesperson")
def may_remove_spokesperson(actor: Actor, thing: Spokesperson) -> bool:
    """The writers, and the spokesperson alone for themselves."""
    return (actor.person_id is not None and actor.person_id == thing.person_id) or writes(actor, thing.statement)


@permission("statements.adopt_statement")
def may_adopt(actor: Actor, thing: Statement) -> bool:
    """Who records that the group agreed: the writers, those who facilitate the group's sessions, the team."""
    return actor.holds(TEAM) or writes(actor, thing) or _leads(actor, thing, "facilitator")


@permission("statements.deliver_statement")
@permission("statements.record_reply")
def may_deliver(actor: Actor, thing: Statement) -> bool:
    """The writers, those who lead a session of the round, the team."""
    led = _sessions(actor, thing.round_id, roles=("facilitator", "rapporteur"))
    return actor.holds(TEAM) or writes(actor, thing) or led.exists()


@permission("statements.reword_reply")
def may_reword_reply(actor: Actor, thing: Reply) -> bool:
    """Whoever may record a reply, and interpreters, who translate it."""
    return actor.holds(INTERPRETER) or may_deliver(actor, thing.statement)


@permission("statements.read_writers")
def shares_round(actor: Actor, thing: Statement | Report) -> bool:
    """Who volunteers and who speaks is known to the team and inside the round (S16)."""
    return actor.holds(TEAM, "system") or Participant.objects.of(actor).filter(round_id=thing.round_id).exists()


@permission("statements.draft_report")
def may_draft_report(actor: Actor, thing: Round) -> bool:
    """The team and the round's rapporteurs."""
    return actor.holds(TEAM) or _sessions(actor, thing.pk, roles=("rapporteur",)).exists()


@permission("statements.add_paragraph")
@permission("statements.move_paragraph")
@permission("statements.remove_paragraph")
@permission("statements.restore_paragraph")
@permission("statements.write_section_anew")
@permission("statements.read_back_report")
@permission("statements.take_back_report")
def writes_report(actor: Actor, thing: Report) -> bool:
    """The team and the round's rapporteurs."""
    return actor.holds(TEAM) or _leads(actor, thing, "rapporteur")


@permission("statements.reword_paragraph")
def may_reword_report(actor: Actor, thing: Report) -> bool:
    """Who writes the report; translations also interpreters."""
    return actor.holds(INTERPRETER) or writes_report(actor, thing)


@permission("statements.correct_words")
def may_correct(actor: Actor, thing: Report) -> bool:
    """The team, once the report is published: what it changes goes out as a new edition with a note."""
    return actor.holds(TEAM)


@permission("statements.adopt_report")
def may_adopt_report(actor: Actor, thing: Report) -> bool:
    """Who records that the participants agreed: who writes the report, and who facilitates a session of the round."""
    return writes_report(actor, thing) or _leads(actor, thing, "facilitator")
