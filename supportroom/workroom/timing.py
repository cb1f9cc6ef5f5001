"""Which of the times proposed suits most: pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from supportroom.workroom.vocabulary import IF_NEEDED, NO, YES


@dataclass(frozen=True)
class Chance:
    """A time with what each of the group said to it (nothing where they have not answered), and whether it is best."""

    slot_id: int
    starts_at: datetime
    answers: tuple[str, ...]
    is_best: bool = False

    @property
    def can(self) -> int:
        """How many can come, willingly or if it must be."""
        return sum(answer in (YES, IF_NEEDED) for answer in self.answers)

    @property
    def rank(self) -> tuple[int, int, int]:
        """Who can come counts first, then who gladly does, then who has said no."""
        return self.can, self.answers.count(YES), -self.answers.count(NO)


def chances(
    times: Iterable[tuple[int, datetime]], people: Sequence[int], answers: Mapping[tuple[int, int], str]
) -> list[Chance]:
    """Give each time (by id) with the answers of the group in its order; every time that nothing beats is best.

    None is best before anybody can come to one.
    """
    rows = [
        Chance(slot_id, at, tuple(answers.get((slot_id, person), "") for person in people)) for slot_id, at in times
    ]
    top = max((row.rank for row in rows), default=(0, 0, 0))
    return [Chance(row.slot_id, row.starts_at, row.answers, top[0] > 0 and row.rank == top) for row in rows]
