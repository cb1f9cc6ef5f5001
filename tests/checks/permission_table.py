"""Who asks the members, answers, and reads."""

from tests.permission_tables import Row

ANY = "no check in particular"
OPEN = "an open check for which the member and another member stand on the roll"
COUNTED = "a check that was counted"
MEMBERS = "stranger member shielded_member rapporteur facilitator"

TABLE = (
    Row("checks.open_members_check", ANY, f"team {MEMBERS}"),
    Row("checks.read_checks", ANY, f"team office interpreter {MEMBERS}"),
    Row("checks.answer", OPEN, "member shielded_member"),
    Row("checks.answer", COUNTED, MEMBERS),
    Row("checks.withdraw_members_check", OPEN, "team"),
    Row("checks.count_check", OPEN, ""),
    Row("checks.ask_again", OPEN, ""),
)
