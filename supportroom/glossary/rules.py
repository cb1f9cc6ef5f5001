"""Who may do what: the team keeps the glossary and the actors, interpreters translate them, everybody reads them."""

from typing import Any

from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import permission
from supportroom.people.vocabulary import INTERPRETER, TEAM


@permission("glossary.add_term")
@permission("glossary.amend_term")
@permission("glossary.define")
@permission("glossary.release_term")
@permission("glossary.retire_term")
@permission("glossary.remove_term")
@permission("glossary.import_terms")
@permission("glossary.add_body")
@permission("glossary.amend_body")
@permission("glossary.release_body")
@permission("glossary.retire_body")
@permission("glossary.remove_body")
@permission("glossary.say_influence")
@permission("glossary.amend_influence")
@permission("glossary.withdraw_influence")
def is_team(actor: Actor, thing: Any) -> bool:
    """The team."""
    return actor.holds(TEAM)


@permission("glossary.translate_term")
@permission("glossary.translate_body")
@permission("glossary.translate_influence")
@permission("glossary.read_drafts")
def writes_languages(actor: Actor, thing: Any) -> bool:
    """The team and interpreters, who see what is not released yet."""
    return actor.holds(TEAM, INTERPRETER)
