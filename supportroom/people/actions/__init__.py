"""All that is done to persons, accounts, ways in, profiles and fields of competence: one file a noun."""

from supportroom.people.actions.entering import change_password, leave_everywhere, renew_codes, set_up_second_factor
from supportroom.people.actions.passkeys import add_passkey, remove_passkey
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
from supportroom.people.actions.recovering import (
    ask_recovery,
    open_recovery,
    second_recovery,
    stop_recovery,
    use_recovery,
)

__all__ = [
    "accept_invitation",
    "add_competence",
    "add_passkey",
    "add_people",
    "add_person",
    "amend_competence",
    "amend_person",
    "ask_recovery",
    "change_password",
    "give_role",
    "invite_person",
    "leave_everywhere",
    "open_recovery",
    "remove_passkey",
    "renew_codes",
    "second_recovery",
    "set_language",
    "set_profile",
    "set_up_second_factor",
    "stop_recovery",
    "take_role",
    "use_recovery",
]
