"""Points raised in sessions, and the checks that show whether the room agrees.

Nouns: Point (raised, checked, agreed or remaining, discussed again), PointVersion, Check (one question on one point or
many, or on a statement), CheckItem, Position (a handle's answer, gone when the session closes), Reason (kept without
whose), Board (a session's focus and revision). Verbs: raise_point, reword_point, merge_points, split_point, move_point,
withdraw_point, import_points, open_check, take_position, close_check, confirm_outcome, focus_point, erase_session.
What the rule says is computed in `consensus`, with its reasons. Nobody's name or reference stands in any row.
"""
