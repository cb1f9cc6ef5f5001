"""Who may do what with persons and accounts."""

from tests.permission_tables import Row

SOMEBODY, ONESELF, LINK = "somebody on the roll", "the member themselves", "an invitation whose link one holds"
EVERYBODY = "visitor stranger observer addressee interpreter office team member shielded_member rapporteur facilitator"
KEEPING = (
    "add_person amend_person give_role take_role invite_person read_roll add_competence amend_competence ask_recovery "
    "second_recovery open_recovery"
)
OWN = "set_up_second_factor renew_codes add_passkey remove_passkey change_password leave_everywhere"
OWN_ACCOUNT, WAY_BACK = "the member's own account", "the member's way back in"

TABLE = (
    *(Row(f"people.{verb}", SOMEBODY, "team") for verb in KEEPING.split()),
    Row("people.set_language", SOMEBODY),
    Row("people.set_language", ONESELF, "member"),
    Row("people.set_profile", SOMEBODY),
    Row("people.set_profile", ONESELF, "member"),
    Row("people.accept_invitation", LINK, EVERYBODY),
    *(Row(f"people.{verb}", OWN_ACCOUNT, "member") for verb in OWN.split()),
    Row("people.stop_recovery", WAY_BACK, "member team"),
    Row("people.use_recovery", WAY_BACK, EVERYBODY),
)
