"""Who may change the charter."""

from tests.permission_tables import Row

CHARTER, PROPOSED = "the charter", "a proposed pillar"

TABLE = (
    *(Row(f"room.{verb}", CHARTER, "team") for verb in ("found_room", "amend_charter", "add_pillar")),
    Row("room.adopt_pillar", PROPOSED, "team"),
    Row("room.tell_witnesses", CHARTER),
    Row("room.name_pillar", PROPOSED, "team interpreter"),
)
