"""Who may do what with rounds, sessions and participants."""

from tests.permission_tables import Row

ROUND, ELSEWHERE = "a running round", "a round of others"
GROUP, PARTICIPANT = "its group", "somebody who takes part"
OPEN, TODAY, TOMORROW = "its open session", "its session of today", "its session of tomorrow"
LEADERS = "facilitator rapporteur"
MEMBER_TODAY = "the member's row on a day of the round"
MEMBER_LATER = "the member's row after the round"
THEY = f"member shielded_member {LEADERS}"
PREPARING = (
    "create_round amend_round start_round begin_reporting resume_round add_group add_session add_participant "
    "import_participants"
)

TABLE = (
    *(Row(f"rounds.{verb}", ROUND, "team") for verb in PREPARING.split()),
    *(Row(f"rounds.{verb}", GROUP, "team") for verb in ("amend_group", "remove_group")),
    *(Row(f"rounds.{verb}", OPEN, "team") for verb in ("amend_session", "remove_session")),
    *(Row(f"rounds.{verb}", PARTICIPANT, "team") for verb in ("amend_participant", "remove_participant")),
    *(Row(f"rounds.{verb}", ROUND, f"team {LEADERS}") for verb in ("add_pillar", "attach_pillar")),
    *(Row(f"rounds.{verb}", ELSEWHERE, "team") for verb in ("add_pillar", "attach_pillar")),
    Row("rounds.read_participants", ROUND, f"team {THEY}"),
    Row("rounds.read_participants", ELSEWHERE, "team stranger"),
    *(Row(f"rounds.{verb}", MEMBER_TODAY, f"team member {LEADERS}") for verb in ("check_in", "undo_check_in")),
    *(Row(f"rounds.{verb}", MEMBER_LATER, "team") for verb in ("check_in", "undo_check_in")),
    Row("rounds.open_session", TODAY, f"team {THEY}"),
    Row("rounds.open_session", TOMORROW, "team"),
    Row("rounds.close_session", OPEN, "team facilitator"),
    Row("rounds.note_deadlines", ROUND, ""),
)
