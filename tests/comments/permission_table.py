"""Who may open a window, comment, answer and read. The rapporteur holds a seat of the group."""

from tests.permission_tables import Row

PAPER, WITH_OFFICE = "a paper in comment", "a paper with the office"
WINDOW = "its comment window"
COMMENT, COMMENTS = "the member's own comment", "comments on the paper"
MAIL, MEETING, ADDRESS = "a comment that the member mailed", "a meeting of the group", "the member's mail address"
MEMBERS = "stranger member shielded_member rapporteur facilitator"

TABLE = (
    Row("comments.open_window", PAPER, "team rapporteur"),
    *(
        Row(f"comments.{verb}", WINDOW)
        for verb in ("announce_window", "remind_window", "close_window", "forget_old_writers")
    ),
    Row("comments.receive_mail", ADDRESS),
    *(Row(f"comments.{verb}", WINDOW, MEMBERS) for verb in ("comment", "read_in_comments")),
    *(Row(f"comments.{verb}", COMMENT, MEMBERS) for verb in ("support_comment", "withdraw_support")),
    *(
        Row(f"comments.{verb}", COMMENT, "member")
        for verb in ("amend_comment", "withdraw_comment", "say_satisfied", "insist")
    ),
    *(Row(f"comments.{verb}", MAIL, "member") for verb in ("keep_mailed", "drop_mailed")),
    Row("comments.answer_comments", COMMENTS, "rapporteur"),
    Row("comments.open_again", COMMENT, "rapporteur"),
    *(Row(f"comments.{verb}", MEETING, "rapporteur") for verb in ("put_on_meeting", "take_off_meeting")),
    Row("comments.translate_comment", COMMENT, "team interpreter rapporteur"),
    Row("comments.read_comments", PAPER, f"team interpreter {MEMBERS}"),
    Row("comments.read_comments", WITH_OFFICE, f"team interpreter office {MEMBERS}"),
)
