"""Who writes to addressees, answers for them, says what became of a recommendation."""

from tests.permission_tables import Row

BODY = "an addressee for which the persona addressee answers"
LETTER, LINK = "a letter that was sent to it", "the link to that letter"
SENT, UNSENT = "what was sent to it", "what is addressed to it and was not sent"
ANSWER = "its answer"
RECOMMENDATION = "the recommendation that was sent to it"
DELIVERY = "a delivery that the member carried"
EVERYBODY = "visitor stranger observer addressee interpreter office team member shielded_member rapporteur facilitator"
MEMBERS = "stranger member shielded_member rapporteur facilitator"

TABLE = (
    Row("answers.write_letter", BODY, "team"),
    Row("answers.read_letters", BODY, "team"),
    *(Row(f"answers.{verb}", LETTER, "team") for verb in ("amend_letter", "send_letter", "withdraw_letter")),
    Row("answers.renew_link", LETTER, "team"),
    Row("answers.remind", LETTER),
    Row("answers.read_addressed", BODY, "addressee"),
    Row("answers.acknowledge", LETTER, "team addressee"),
    Row("answers.acknowledge_by_link", LINK, EVERYBODY),
    Row("answers.answer", SENT, "team addressee"),
    Row("answers.answer", UNSENT, "team"),
    Row("answers.amend_answer", ANSWER, "team addressee"),
    Row("answers.translate_answer", ANSWER, "team addressee interpreter"),
    Row("answers.ask_assessment", ANSWER, f"team {MEMBERS}"),
    Row("answers.settle_assessment", ANSWER),
    *(Row(f"answers.{verb}", RECOMMENDATION, "team addressee") for verb in ("say_under_way", "say_done")),
    *(Row(f"answers.{verb}", RECOMMENDATION, "team") for verb in ("say_lapsed", "reopen", "deliver")),
    Row("answers.amend_delivery", DELIVERY, "team"),
    Row("answers.be_named", DELIVERY, "member"),
)
