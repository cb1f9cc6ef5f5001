"""Questions of those invited, answered by contact person or team to all of them, without names."""

from supportroom.invitations.actions.answers import hold
from supportroom.invitations.models import Invitation, Question
from supportroom.invitations.rules import HEARD
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.topics.models import Topic
from supportroom.topics.vocabulary import ON_AGENDA


@action("invitations.ask_question", on="invitation")
def ask_question(
    *, actor: Actor, invitation: Invitation, text: MultilingualText, topic: Topic | None = None
) -> Question:
    """Ask the contact person of a topic, or the team where no topic is named.

    DomainError `invitations.not_waiting`, `invitations.foreign_topic`, `rounds.round_over`.
    """
    refuse_if_over(invitation.round)
    invitation = hold(invitation)
    refuse_unless(invitation.state in HEARD, "invitations.not_waiting")
    on_agenda = topic is None or (topic.round_id == invitation.round_id and topic.state == ON_AGENDA)
    refuse_unless(on_agenda, "invitations.foreign_topic")
    number = Question.objects.filter(round=invitation.round_id).count() + 1
    question = create(Question, round=invitation.round, invitation=invitation, topic=topic, text=text, position=number)
    record(question, actor=actor, round=invitation.round_id)
    return question


@action("invitations.answer_question", on="question")
def answer_question(*, actor: Actor, question: Question, answer: MultilingualText, seen: int | None = None) -> Question:
    """Answer a question, or better the answer; all who were invited read it. Stale where somebody was faster,
    DomainError `rounds.round_over`.
    """
    refuse_if_over(question.round)
    change(question, seen=seen, answer=answer)
    record(question, actor=actor, round=question.round_id)
    return question
