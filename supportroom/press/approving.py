"""Whether the group approves a summary: more than half of the seats that are held, for these very words. Pure."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass

from supportroom.kernel.multilingual import MultilingualText


@dataclass(frozen=True)
class Standing:
    """How many of the seats approve the words as they stand, and how many it takes."""

    approved: int
    seats: int

    @property
    def needed(self) -> int:
        """More than half."""
        return self.seats // 2 + 1

    @property
    def is_approved(self) -> bool:
        """Tell whether enough approve; a group without seats approves nothing."""
        return self.seats > 0 and self.approved >= self.needed


def digest_of(summary: MultilingualText) -> str:
    """Give what stands for the words of a summary in all its languages: any change of a word changes it."""
    words = {code: text for code, text in summary.texts.items() if text}
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()


def standing(approvals: Collection[tuple[int, str]], seats: Collection[int], digest: str) -> Standing:
    """Count the seats that are held and approve this digest; `approvals` are pairs of seat and digest."""
    approving = {seat for seat, approved in approvals if approved == digest}
    return Standing(approved=len(approving & set(seats)), seats=len(set(seats)))
