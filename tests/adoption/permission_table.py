"""Who puts a paper before the members, opposes, reviews, answers. Facilitator and rapporteur hold seats."""

from tests.permission_tables import Row

ANSWERED = "a paper of the facilitator's and the rapporteur's group whose comments are answered"
ASKED = "the question whether it is adopted"
OPINION = "the member's own opposing opinion, which the stranger joined"
SENT, REVIEW = "an adopted paper that the office has", "the office's review of it"
NOTE = "a note of the office"
GROUPS_WORDS = "words for the public that the group proposed"
OFFICES_WORDS = "words for the public that the office proposed"
RELEASE = "the question whether it is published"
SEATS = "rapporteur facilitator"
MEMBERS = f"stranger member shielded_member {SEATS}"

TABLE = (
    Row("adoption.read_adoption", ANSWERED, f"team interpreter {SEATS}"),
    Row("adoption.read_adoption", SENT, f"team interpreter office {MEMBERS}"),
    Row("adoption.read_review", ANSWERED),
    Row("adoption.read_review", SENT, f"team interpreter office {MEMBERS}"),
    Row("adoption.make_joint", ANSWERED, SEATS),
    Row("adoption.send_to_office", SENT, f"team {SEATS}"),
    Row("adoption.ask_release", SENT, f"team {SEATS}"),
    Row("adoption.settle_adoption", ASKED),
    Row("adoption.settle_release", RELEASE),
    Row("adoption.let_date_pass", REVIEW),
    Row("adoption.keep_the_count", SENT),
    Row("adoption.file_opinion", ASKED, MEMBERS),
    *(Row(f"adoption.{verb}", OPINION, MEMBERS) for verb in ("join_opinion", "leave_opinion")),
    Row("adoption.be_named", OPINION, "stranger member"),
    *(Row(f"adoption.{verb}", OPINION, "member") for verb in ("amend_opinion", "withdraw_opinion")),
    Row("adoption.translate_opinion", OPINION, "member interpreter"),
    *(Row(f"adoption.{verb}", REVIEW, "office") for verb in ("give_note", "say_no_reservations", "finish_notes")),
    *(Row(f"adoption.{verb}", NOTE, SEATS) for verb in ("answer_note", "reword_for_note")),
    Row("adoption.translate_note", NOTE, f"interpreter office {SEATS}"),
    Row("adoption.propose_words", REVIEW, f"office {SEATS}"),
    Row("adoption.read_words", REVIEW, f"team interpreter office {SEATS}"),
    Row("adoption.agree_words", GROUPS_WORDS, "office"),
    Row("adoption.agree_words", OFFICES_WORDS, SEATS),
)
