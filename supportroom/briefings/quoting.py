"""Whether words stand in a text, however they are typed, and in which passage. Pure."""

from collections.abc import Iterable

from supportroom.briefings.models import Passage
from supportroom.kernel.arabic import fold


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text one after the other, whole, without regard to case, harakat and signs."""
    wanted = fold(words)
    return bool(wanted) and f" {wanted} " in f" {fold(text)} "


def passage_with(words: str, passages: Iterable[Passage]) -> Passage | None:
    """Give the first passage in which these words stand, or None."""
    return next((passage for passage in passages if stands_in(words, passage.text)), None)
