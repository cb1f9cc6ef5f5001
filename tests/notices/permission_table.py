"""Who may do what with notices and mails."""

from tests.permission_tables import Row

ONESELF, SOMEBODY = "the member themselves", "somebody else"
ROUND, TOPIC = "a round whose topics were called for", "a topic of that round"
GROUP = "a working group that was called for"
ASKED, UNSEEN = "a recommendation that is public", "one that is not"
NOTHING = "the outbox"
KNOWN = "stranger observer addressee interpreter office team member shielded_member rapporteur facilitator"
SEES = "stranger interpreter office team member shielded_member rapporteur facilitator"

TABLE = (
    *(
        Row(f"notices.{verb}", NOTHING)
        for verb in ("tell", "queue_digests", "send_mail", "forget_old", "hold_back_mail")
    ),
    Row("notices.hear_of_reviews", NOTHING, "office"),
    *(Row(f"notices.{verb}", NOTHING, "team") for verb in ("read_outbox", "try_again")),
    *(Row(f"notices.{verb}", ONESELF, "member") for verb in ("read_notices", "choose_pace", "trust_address")),
    *(Row(f"notices.{verb}", SOMEBODY) for verb in ("read_notices", "choose_pace", "trust_address")),
    Row("notices.follow", ROUND, SEES),
    Row("notices.follow", TOPIC, SEES),
    Row("notices.follow", GROUP, SEES),
    Row("notices.follow", ASKED, KNOWN),
    Row("notices.follow", UNSEEN, SEES),
    Row("notices.unfollow", ROUND, KNOWN),
    Row("notices.unfollow", GROUP, KNOWN),
)
