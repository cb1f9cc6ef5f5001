"""All that is done to persons, accounts, profiles and fields of competence: one file a noun."""

from supportroom.people.actions.persons import (
    accept_invitation,
    add_people,
    add_person,
    amend_person,
    give_role,
    invite_person,
    set_language,
    take_role,
)
from supportroom.people.actions.profiles import add_competence, amend_competence, set_profile

__all__ = [
    "accept_invitation",
    "add_competence",
    "add_people",
    "add_person",
    "amend_competence",
    "amend_person",
    "give_role",
    "invite_person",
    "set_language",
    "set_profile",
    "take_role",
]
