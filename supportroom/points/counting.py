"""How many have answered an open check, told so that it gives nobody away: in steps, and when all have (S20)."""

STEP = 5


def shown_count(answered: int, present: int) -> int:
    """Give the number that may be shown: whole steps of five, or all once as many answered as are present."""
    return answered if 0 < present <= answered else answered - answered % STEP
