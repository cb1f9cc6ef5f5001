"""Who may do what with lists, quotas and registrations."""

from tests.permission_tables import Row

ROUND, LIST, LISTING = "a round in preparation", "its list", "the member's entry on it"
QUOTA, REGISTRATION = "a quota of it", "its registration"
MEMBERS = "stranger member shielded_member rapporteur facilitator"
ON_LIST = "add_listing add_listings import_listings group_listings remove_listings set_places confirm_list reopen_list"

TABLE = (
    *(Row(f"selection.{verb}", ROUND, "team") for verb in ("read_list", "set_quotas", "open_registration")),
    *(Row(f"selection.{verb}", LIST, "team") for verb in ON_LIST.split()),
    *(Row(f"selection.{verb}", LISTING, "team") for verb in ("group_listing", "remove_listing")),
    Row("selection.give_reason", QUOTA, "team"),
    Row("selection.amend_registration", REGISTRATION, "team"),
    *(Row(f"selection.{verb}", REGISTRATION, MEMBERS) for verb in ("apply", "take_application_back")),
    *(Row(f"selection.{verb}", ROUND, f"observer {MEMBERS}") for verb in ("leave_list", "come_back")),
)
