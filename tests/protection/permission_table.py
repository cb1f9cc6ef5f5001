"""Consent is each person's own; the team sees what is kept too long."""

from tests.permission_tables import Row

MEMBER, ROOM = "the member", "the room"
TABLE = (
    *(Row(f"protection.{verb}", MEMBER, "member") for verb in ("give_consent", "withdraw_consent")),
    Row("protection.forget_refusals", ROOM),
    Row("protection.seal_anew", ROOM),
    Row("protection.read_what_is_kept", ROOM, "team"),
)
