"""Who may do what with invitations. Invited are the two members; the facilitator is the topic's contact person."""

from tests.permission_tables import Row

ROUND, LETTER, INVITATION = "a round that invites", "its letter", "the member's invitation"
NEED, QUESTION, GENERAL = "a need of the member", "a question about a topic", "a question about the round"
JOINT = "a joint decline begun by the member"

TABLE = (
    *(Row(f"invitations.{verb}", ROUND, "team") for verb in ("write_letter", "send_invitations", "read_invitations")),
    Row("invitations.extend_term", LETTER, "team"),
    *(
        Row(f"invitations.{verb}", INVITATION, "team")
        for verb in ("withdraw_invitation", "confirm_substitute", "refuse_substitute", "remind")
    ),
    Row("invitations.lapse", INVITATION, ""),
    Row("invitations.settle_request", NEED, "team"),
    *(
        Row(f"invitations.{verb}", INVITATION, "member")
        for verb in (
            "accept", "decline", "propose_substitute", "ask_question", "begin_joint_decline", "join_decline",
        )
    ),
    Row("invitations.publish_wish", JOINT, "member"),
    Row("invitations.answer_question", QUESTION, "team facilitator"),
    Row("invitations.answer_question", GENERAL, "team"),
    Row("invitations.read_questions", ROUND, "team facilitator member shielded_member"),
)  # fmt: skip
