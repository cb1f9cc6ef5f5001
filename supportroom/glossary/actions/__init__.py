"""What is done with terms and with actors."""

from supportroom.glossary.actions.bodies import (
    add_body,
    amend_body,
    release_body,
    remove_body,
    retire_body,
    translate_body,
)
from supportroom.glossary.actions.definitions import define, translate_term
from supportroom.glossary.actions.importing import import_terms
from supportroom.glossary.actions.influences import (
    amend_influence,
    say_influence,
    translate_influence,
    withdraw_influence,
)
from supportroom.glossary.actions.terms import add_term, amend_term, release_term, remove_term, retire_term

__all__ = [
    "add_body",
    "add_term",
    "amend_body",
    "amend_influence",
    "amend_term",
    "define",
    "import_terms",
    "release_body",
    "release_term",
    "remove_body",
    "remove_term",
    "retire_body",
    "retire_term",
    "say_influence",
    "translate_body",
    "translate_influence",
    "translate_term",
    "withdraw_influence",
]
