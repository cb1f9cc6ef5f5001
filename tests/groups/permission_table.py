"""Who may call for, open, appoint, work in and close working groups."""

from tests.permission_tables import Row

ANY = "no group in particular"
CALLED = "a group that the member called for"
TURNED_DOWN = "a group that the member called for and the team turned down"
OPEN = "a group that is open to candidates"
CANDIDACY = "the member's own candidacy"
AT_WORK = "a group at work, in which another member and the facilitator hold seats"
CLOSED = "that group once it is closed"
SEAT = "the other member's seat"
MEMBERS = "stranger member shielded_member rapporteur facilitator"
READERS = f"team office interpreter {MEMBERS}"
HOLDERS = "shielded_member facilitator"

TABLE = (
    Row("groups.call_group", ANY, f"team {MEMBERS}"),
    Row("groups.read_groups", ANY, READERS),
    *(Row(f"groups.{verb}", CALLED, "team") for verb in ("open_group", "turn_down_group")),
    *(Row(f"groups.{verb}", OPEN, "team") for verb in ("take_candidates", "end_candidates", "give_up_group")),
    *(Row(f"groups.{verb}", OPEN, "team") for verb in ("appoint", "read_candidates")),
    *(Row(f"groups.{verb}", AT_WORK, "team") for verb in ("replace", "close_group")),
    Row("groups.reword_group", CALLED, "team member"),
    Row("groups.reword_group", OPEN, "team"),
    Row("groups.translate_group", OPEN, "team interpreter"),
    *(Row("groups.ask_members", thing, "team member") for thing in (CALLED, TURNED_DOWN)),
    Row("groups.ask_members", OPEN, ""),
    Row("groups.stand", OPEN, MEMBERS),
    Row("groups.withdraw_candidacy", CANDIDACY, "member"),
    Row("groups.resign", SEAT, "shielded_member"),
    *(Row(f"groups.{verb}", AT_WORK, HOLDERS) for verb in ("work_in_group", "name_coordinator")),
    *(Row(f"groups.{verb}", CLOSED, "") for verb in ("work_in_group", "name_coordinator")),
    Row("groups.read_work", AT_WORK, f"team interpreter {HOLDERS}"),
    Row("groups.read_work", CLOSED, f"team interpreter {HOLDERS}"),
    Row("groups.read_seats", AT_WORK, f"team {HOLDERS}"),
)
