"""Who asks, approves, locks, closes, reports and reads."""

from tests.permission_tables import Row

EVERYBODY = "stranger observer addressee interpreter office team member shielded_member rapporteur facilitator"
ANY = "nothing in particular"
ASKED = "a request that another of the team made, about the member"
OWN = "a request that the team's persona made"
ONESELF = "the member themselves"
ASKED_BUDDY = "a pair: the stranger asked the member"
BUDDIES = "a pair: the stranger trusts the member, who agreed"
INCIDENT = "a report of the member, with the facilitator as focal point"

TABLE = (
    Row("safety.ask_approval", ANY, "team"),
    Row("safety.read_requests", ANY, "team"),
    Row("safety.approve_request", ASKED, "team"),
    Row("safety.approve_request", OWN, ""),
    Row("safety.refuse_request", ASKED, "team"),
    Row("safety.refuse_request", OWN, ""),
    Row("safety.withdraw_request", ASKED, ""),
    Row("safety.withdraw_request", OWN, "team"),
    Row("safety.lapse_requests", ANY, ""),
    Row("safety.forget_requests", ANY, ""),
    Row("safety.forget_incidents", ANY, ""),
    Row("safety.name_buddy", ONESELF, "member"),
    Row("safety.agree_to_buddy", ASKED_BUDDY, "member"),
    Row("safety.end_buddy", ASKED_BUDDY, "member stranger"),
    Row("safety.end_buddy", BUDDIES, "member stranger"),
    Row("safety.lock_as_buddy", ASKED_BUDDY, ""),
    Row("safety.lock_as_buddy", BUDDIES, "member"),
    Row("safety.close_account", ONESELF, "member"),
    Row("safety.report_incident", ANY, EVERYBODY),
    Row("safety.take_incident", INCIDENT, "facilitator"),
    Row("safety.close_incident", INCIDENT, "facilitator"),
    Row("safety.note_incident", INCIDENT, "facilitator member"),
    Row("safety.read_incident", INCIDENT, "facilitator member"),
)
