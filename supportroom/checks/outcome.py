"""What a tally means: agreed or not, and why. Pure; the same numbers give the same answer.

Agreed is what more than `majority` per cent of those for and against are for, if at least `quorum` per cent of the roll
answered. Who abstains counts for the quorum and on neither side. Where nobody takes a side nothing is agreed; a tie is
no majority. More answers for it never turn agreed into not agreed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from supportroom.checks.vocabulary import ABSTAIN, AGAINST, FOR, OUTCOME_REASONS

ALL = 100


@dataclass(frozen=True)
class Reason:
    """One reason of an outcome: its code (vocabulary) and the numbers in it."""

    code: str
    numbers: Mapping[str, int]

    @property
    def words(self) -> str:
        """The reason in the reader's language."""
        return str(OUTCOME_REASONS[self.code]) % self.numbers


@dataclass(frozen=True)
class Outcome:
    """Whether it is agreed, and why."""

    is_agreed: bool
    reasons: tuple[Reason, ...]


def decide(tally: Mapping[str, int], roll: int, majority: int, quorum: int) -> Outcome:
    """Say what a tally means under a majority and a quorum, both in per cent."""
    fors, againsts = tally.get(FOR, 0), tally.get(AGAINST, 0)
    answered = fors + againsts + tally.get(ABSTAIN, 0)
    needed = -(-quorum * roll // ALL)
    has_quorum = answered >= needed
    has_majority = _is_majority(fors, againsts, majority)
    numbers = {"answered": answered, "roll": roll, "needed": needed}
    about_quorum = Reason("quorum" if has_quorum else "no_quorum", numbers)
    return Outcome(has_majority and has_quorum, (_about_sides(fors, againsts, majority), about_quorum))


def _about_sides(fors: int, againsts: int, majority: int) -> Reason:
    if not fors + againsts:
        return Reason("no_sides", {})
    share, has_majority = fors * ALL // (fors + againsts), _is_majority(fors, againsts, majority)
    return Reason("majority" if has_majority else "no_majority", {"share": share, "majority": majority})


def _is_majority(fors: int, againsts: int, majority: int) -> bool:
    return fors * ALL > majority * (fors + againsts)
