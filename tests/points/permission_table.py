"""Who may do what with points and checks."""

from tests.permission_tables import Row

OPEN, PLANNED = "an open session", "a planned session"
OWN, OTHER, LATER = "the member's point", "the room's point", "the member's point, later"
CHECK, ITEM = "a check of an open session", "a question of an open check"
LEADERS = "facilitator rapporteur"
GROUP = "member shielded_member facilitator rapporteur"

TABLE = (
    Row("points.raise_point", OPEN, GROUP),
    Row("points.import_points", OPEN, f"team {LEADERS}"),
    Row("points.import_points", PLANNED, "team"),
    Row("points.focus_point", OPEN, LEADERS),
    Row("points.merge_points", OPEN, LEADERS),
    Row("points.split_point", OPEN, LEADERS),
    Row("points.move_point", OPEN, LEADERS),
    Row("points.reword_point", OWN, f"member {LEADERS}"),
    Row("points.reword_point", OTHER, LEADERS),
    Row("points.reword_point", LATER),
    Row("points.withdraw_point", OWN, f"member {LEADERS}"),
    Row("points.withdraw_point", OTHER, LEADERS),
    Row("points.withdraw_point", LATER),
    Row("points.restore_point", OWN, f"member {LEADERS}"),
    Row("points.restore_point", OTHER, LEADERS),
    Row("points.restore_point", LATER),
    Row("points.translate_point", OWN, f"team interpreter {LEADERS}"),
    Row("points.translate_point", LATER, "team interpreter"),
    Row("points.confirm_translation", OWN, f"team interpreter {LEADERS}"),
    Row("points.confirm_translation", LATER, "team interpreter"),
    Row("points.open_check", OPEN, "facilitator"),
    Row("points.take_position", ITEM, GROUP),
    Row("points.take_positions", CHECK, GROUP),
    Row("points.close_check", CHECK, "facilitator"),
    Row("points.confirm_outcome", ITEM, "facilitator"),
    Row("points.confirm_agreed", CHECK, "facilitator"),
    Row("points.take_up_again", OPEN, "facilitator"),
    Row("points.give_up_point", OPEN, "facilitator"),
)
