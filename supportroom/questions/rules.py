"""Who may do what: anybody asks, the team answers or sets aside."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM


@permission("questions.ask")
def is_anybody(actor: Actor, thing: Any) -> bool:
    """Everybody: who asks is nowhere kept."""
    return True


@permission("questions.answer_question")
@permission("questions.amend_answer")
@permission("questions.set_aside")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team."""
    return actor.holds(TEAM)


@permission("questions.read_questions")
@permission("questions.translate_question")
def writes_languages(actor: Actor, thing: Any) -> bool:
    """The team, and interpreters, who translate."""
    return actor.holds(TEAM, INTERPRETER)
