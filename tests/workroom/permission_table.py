"""Who reads and writes in a group's workroom."""

from tests.permission_tables import Row

GROUP, OVER = "a group at work", "a group that ended"
THREAD, THREAD_OVER = "a thread", "a thread of a group that ended"
POST, POST_OVER = "the member's own post", "the member's own post in a group that ended"
TASK, FILE = "a task", "a file of a post"
SOUGHT, FIXED = "a meeting whose time is sought", "a meeting whose time is set"
OPEN, OPEN_SOUGHT = "a set meeting open to members", "a meeting open to members whose time is sought"
SEATS = "member shielded_member rapporteur"
GROUPS = f"team {SEATS}"
WORK = ("open_thread", "add_task", "propose_meeting")
ON_TASKS = ("amend_task", "finish_task", "reopen_task", "remove_task")
ON_MEETINGS = ("amend_meeting", "set_meeting", "call_off_meeting", "write_minutes")

TABLE = (
    *(Row("workroom.read_discussion", thing, GROUPS) for thing in (GROUP, OVER)),
    *(Row(f"workroom.{verb}", GROUP, GROUPS) for verb in WORK),
    *(Row(f"workroom.{verb}", OVER, "") for verb in WORK),
    *(Row(f"workroom.{verb}", THREAD, GROUPS) for verb in ("write_post", "retitle_thread", "mark_seen")),
    Row("workroom.write_post", THREAD_OVER, ""),
    Row("workroom.mark_seen", THREAD_OVER, GROUPS),
    Row("workroom.amend_post", POST, "member"),
    Row("workroom.remove_post", POST, "member team"),
    Row("workroom.amend_post", POST_OVER, ""),
    Row("workroom.remove_post", POST_OVER, "member team"),
    Row("workroom.read_attachment", FILE, GROUPS),
    *(Row(f"workroom.{verb}", TASK, GROUPS) for verb in ON_TASKS),
    *(Row(f"workroom.{verb}", FIXED, GROUPS) for verb in ON_MEETINGS),
    *(Row(f"workroom.{verb}", OPEN, GROUPS) for verb in ON_MEETINGS),
    Row("workroom.answer_slots", SOUGHT, SEATS),
    Row("workroom.answer_slots", FIXED, ""),
    *(Row("workroom.read_meeting", thing, GROUPS) for thing in (SOUGHT, FIXED, OPEN_SOUGHT)),
    Row("workroom.read_meeting", OPEN, f"{GROUPS} stranger facilitator interpreter"),
)
