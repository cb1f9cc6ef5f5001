"""Who plans public events."""

from tests.permission_tables import Row

EVENT = "a public event"
TABLE = tuple(
    Row(f"events.{verb}", EVENT, "team")
    for verb in ("read_plans", "plan_event", "amend_event", "announce_event", "call_off_event", "say_held")
)
