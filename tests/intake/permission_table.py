"""Who brings documents in, looks them through and records them."""

from tests.permission_tables import Row

WAITING = "a document that waits to be looked through"
ITEM, LIST = "an item of it", "a list of it"

TABLE = (
    *(Row(f"intake.{verb}", WAITING, "team") for verb in ("read_intakes", "bring_document", "add_item")),
    *(Row(f"intake.{verb}", WAITING, "team") for verb in ("record_intake", "cancel_intake")),
    *(Row(f"intake.{verb}_item", ITEM, "team") for verb in ("correct", "take", "drop", "split")),
    Row("intake.join_items", ITEM, "team"),
    *(Row(f"intake.{verb}_group", LIST, "team") for verb in ("amend", "take", "drop")),
)
