"""What a look says: what is unsafe or doubtful, and how to mend it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

UNSAFE: Final = "UNSAFE"  # somebody could be given away, or something acknowledged could be lost
DOUBTFUL: Final = "look at"  # works for now


@dataclass(frozen=True)
class Finding:
    """One sentence that says what is wrong, one that says how to mend it."""

    weight: str
    what: str
    mend: str

    @property
    def is_unsafe(self) -> bool:
        """Tell whether the room should not go on like this."""
        return self.weight == UNSAFE


Look = Callable[[], Iterable[Finding]]


def unsafe(what: str, mend: str) -> Finding:
    """Give a finding with which the room should not go on."""
    return Finding(UNSAFE, what, mend)


def doubtful(what: str, mend: str) -> Finding:
    """Give a finding that somebody should look at."""
    return Finding(DOUBTFUL, what, mend)
