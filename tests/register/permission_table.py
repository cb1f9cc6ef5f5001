"""Who may do what with the register: the team keeps it, interpreters translate."""

from tests.permission_tables import Row

REGISTER = "the register"
RECOMMENDATION = "a recommendation"
TEAM = "team"

TABLE = [
    *(
        Row(f"register.{verb}", REGISTER, TEAM)
        for verb in (
            "read_register", "record_recommendations", "release_recommendations", "address_recommendations",
            "bring_together", "add_document", "add_addressee", "add_theme", "amend_document", "amend_addressee",
            "remove_addressee", "name_representative", "dismiss_representative", "amend_theme", "remove_theme",
            "amend_demand",
        )
    ),
    *(
        Row(f"register.{verb}", RECOMMENDATION, TEAM)
        for verb in ("amend_recommendation", "set_aside", "take_back", "take_out_of_demand")
    ),
    Row("register.reword_recommendation", RECOMMENDATION, "interpreter team"),
]  # fmt: skip
