"""Who may keep the glossary and the actors."""

from tests.permission_tables import Row

TERM, BODY, INFLUENCE, ROOM = "a term", "an actor", "an influence", "the room"
OF_TERMS = ("add_term", "amend_term", "define", "release_term", "retire_term", "remove_term")
OF_BODIES = ("add_body", "amend_body", "release_body", "retire_body", "remove_body", "say_influence")

TABLE = (
    *(Row(f"glossary.{verb}", TERM, "team") for verb in OF_TERMS),
    Row("glossary.translate_term", TERM, "team interpreter"),
    *(Row(f"glossary.{verb}", BODY, "team") for verb in OF_BODIES),
    Row("glossary.translate_body", BODY, "team interpreter"),
    *(Row(f"glossary.{verb}", INFLUENCE, "team") for verb in ("amend_influence", "withdraw_influence")),
    Row("glossary.translate_influence", INFLUENCE, "team interpreter"),
    Row("glossary.read_drafts", TERM, "team interpreter"),
    Row("glossary.import_terms", ROOM, "team"),
)
