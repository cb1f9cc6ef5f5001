"""Who may call for topics, propose, support, discuss and settle."""

from tests.permission_tables import Row

ROUND, DRAFT = "a round whose topics were called for", "a round without a call"
HELD = "a round in which the facilitator and the rapporteur take part"
CALL = "its call"
TOPIC, OTHERS = "the member's own topic", "somebody else's topic"
REMARK, POINT = "the member's own remark", "the member's own discussion point"
READING, LINK = "a title on the topic's reading list", "a link of the topic"
MEMBERS = "stranger member shielded_member rapporteur facilitator"
READERS = f"team interpreter {MEMBERS}"

TABLE = (
    Row("topics.open_call", ROUND, "team"),
    *(Row(f"topics.{verb}", CALL, "team") for verb in ("amend_call", "close_call", "count_marks")),
    Row("topics.propose_topic", ROUND, f"team {MEMBERS}"),
    Row("topics.propose_topic", DRAFT, "team"),
    *(Row(f"topics.{verb}", TOPIC, f"team {MEMBERS}") for verb in ("remark", "contribute_point", "link_topic")),
    *(Row(f"topics.{verb}", TOPIC, MEMBERS) for verb in ("support_topic", "take_mark_back")),
    *(
        Row(f"topics.{verb}", TOPIC, "team")
        for verb in ("put_on_agenda", "move_on_agenda", "defer_topic", "merge_topic", "name_contact")
    ),
    *(Row(f"topics.{verb}", TOPIC, "team member") for verb in ("reword_topic", "add_reading")),
    *(Row(f"topics.{verb}", OTHERS, "team shielded_member") for verb in ("reword_topic", "add_reading")),
    Row("topics.translate_topic", TOPIC, "team interpreter"),
    Row("topics.withdraw_topic", TOPIC, "member"),
    Row("topics.withdraw_topic", OTHERS, "shielded_member"),
    Row("topics.remove_reading", READING, "team member"),
    Row("topics.unlink_topic", LINK, "team member"),
    Row("topics.remove_remark", REMARK, "team member"),
    Row("topics.remove_point", POINT, "member"),
    Row("topics.reword_point", POINT, "team interpreter member"),
    Row("topics.settle_point", POINT, "team"),
    Row("topics.read_remarks", ROUND, READERS),
    Row("topics.read_contact", ROUND, "team"),
    Row("topics.read_contact", HELD, "team rapporteur facilitator"),
)
