"""Who may do what with programmes, offers to facilitate, and calendars."""

from tests.permission_tables import Row

ROUND, SESSION = "a round in preparation", "a session of it"
OFFER, ONESELF, CALENDAR = "the member's offer", "the member", "the member's calendar"
THEY = "member shielded_member facilitator rapporteur"

TABLE = (
    *(
        Row(f"programme.{verb}", ROUND, "team")
        for verb in ["publish_programme", "read_draft", "read_links", "read_offers"]
    ),
    Row("programme.set_topics", SESSION, "team"),
    Row("programme.offer_facilitation", SESSION, THEY),
    Row("programme.take_offer_back", OFFER, "member"),
    Row("programme.open_calendar", ONESELF, "member"),
    Row("programme.revoke_calendar", CALENDAR, "member"),
)
