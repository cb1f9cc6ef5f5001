"""Who logs and reads briefings, who sends what was absent, who sees names and texts."""

from tests.permission_tables import Row

BRIEFING, READING, LIST = "a briefing", "a reading by the office", "a list of what was absent"
READERS = "team office"
OF_THE_ROOM = "team office interpreter member shielded_member stranger rapporteur facilitator"

TABLE = (
    *(
        Row(f"briefings.{verb}", BRIEFING, READERS)
        for verb in (
            "log_briefing", "amend_briefing", "trash_briefing", "restore_briefing", "read_trash", "read", "read_names",
        )
    ),
    Row("briefings.read_again", READING, READERS),
    Row("briefings.withdraw_reading", READING, READERS),
    Row("briefings.send_absent", BRIEFING, "team"),
    Row("briefings.read_text", BRIEFING, OF_THE_ROOM),
    Row("briefings.read_absent", LIST, OF_THE_ROOM),
    Row("briefings.empty_trash", BRIEFING),
    Row("briefings.note_nearness", BRIEFING),
)  # fmt: skip
