"""How alike two documents are, without keeping either: the smallest hashes of their runs of five words (bottom-k)."""

import hashlib
from collections.abc import Collection, Sequence
from typing import Final

from supportroom.kernel.arabic import fold

RUN: Final = 5
KEPT: Final = 128
ALIKE: Final = 0.5
_BYTES: Final = 6  # so that the numbers stay exact in JSON


def sketch_of(lines: Sequence[str]) -> list[int]:
    """Give the sketch of a text: at most `KEPT` numbers, the smallest first."""
    words = fold(" ".join(lines)).split()
    runs = {" ".join(words[at : at + RUN]) for at in range(max(len(words) - RUN + 1, 1))}
    return sorted(_number(run) for run in runs if run)[:KEPT]


def _number(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=_BYTES).digest())


def likeness(one: Collection[int], other: Collection[int]) -> float:
    """Give which part of two texts is common to both, from 0 to 1, as far as their sketches tell."""
    smallest = sorted({*one, *other})[:KEPT]
    shared = {*one} & {*other}
    return sum(number in shared for number in smallest) / len(smallest) if smallest else 0.0
