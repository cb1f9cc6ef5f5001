"""Who speaks for a statement, its delivery, and what the addressee replies."""

from datetime import date

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.rounds.models import Participant, Session
from supportroom.rounds.vocabulary import PLANNED
from supportroom.statements.actions.statements import held
from supportroom.statements.lifecycle import STATEMENT
from supportroom.statements.models import Reply, Spokesperson, Statement
from supportroom.statements.vocabulary import DELIVERED


@action("statements.name_spokesperson", on="statement")
def name_spokesperson(*, actor: Actor, statement: Statement, person: Person) -> Spokesperson:
    """Let somebody of the round speak for a statement; outside the round they are named only if they agree themselves.

    DomainError `statements.spokesperson_outside`.
    """
    found = held(statement)
    takes_part = Participant.objects.filter(round_id=found.round_id, person=person).exists()
    refuse_unless(takes_part, "statements.spokesperson_outside")
    known = Spokesperson.objects.filter(statement=found, person=person).first()
    spokesperson = known or create(Spokesperson, statement=found, person=person)
    record(found, actor=actor)
    return spokesperson


@action("statements.remove_spokesperson", on="spokesperson")
def remove_spokesperson(*, actor: Actor, spokesperson: Spokesperson) -> Statement:
    """Take a spokesperson off a statement: by the writers, or by themselves."""
    statement = spokesperson.statement
    erase(spokesperson)
    record(statement, actor=actor)
    return statement


@action("statements.deliver_statement", on="statement")
def deliver_statement(*, actor: Actor, statement: Statement, session: Session | None) -> Statement:
    """Record the session in which an adopted statement was delivered.

    DomainError `statements.no_delivery_session` (none, one of another round, or one that is only planned),
    `kernel.not_now`.
    """
    found = held(statement)
    usable = session and session.round_id == found.round_id and session.state != PLANNED
    refuse_unless(usable, "statements.no_delivery_session")
    advance(found, STATEMENT, "deliver", delivered_in=session)
    record(found, actor=actor, session=session.pk if session else None)
    return found


@action("statements.record_reply", on="statement")
def record_reply(
    *, actor: Actor, statement: Statement, by: MultilingualText, content: MultilingualText, received_on: date
) -> Reply:
    """Keep what an addressee (an institution, not a person) replied; there may be several.

    DomainError `statements.not_delivered`, `kernel.empty`.
    """
    found = held(statement)
    refuse_unless(found.state == DELIVERED, "statements.not_delivered")
    refuse_unless(by and content, "kernel.empty")
    reply = create(Reply, statement=found, by=by, content=content, received_on=received_on)
    record(found, actor=actor)
    return reply


@action("statements.reword_reply", on="reply")
def reword_reply(
    *, actor: Actor, reply: Reply, seen: int, by: MultilingualText, content: MultilingualText, received_on: date
) -> Reply:
    """Correct or translate a reply; Stale where somebody was faster, DomainError `kernel.empty`."""
    refuse_unless(by and content, "kernel.empty")
    change(reply, seen=seen, by=by, content=content, received_on=received_on)
    record(reply.statement, actor=actor)
    return reply
