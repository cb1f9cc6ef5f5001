"""Rows by the words in their folded text: the one way in which every list of the room is searched."""

from typing import Final

from django.db.models import Q, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from supportroom.kernel.arabic import fold

MOST_WORDS: Final = 20


def holding(words: str, field: str = "search_text") -> Q:
    """Mean the rows whose folded text in `field` holds every word, however it is typed; no word means all rows.

    Compared letter by letter: both sides are folded, LIKE would fold once more. Words beyond MOST_WORDS are not asked.
    """
    meant = Q()
    for word in fold(words[:1000]).split()[:MOST_WORDS]:
        meant &= Q(GreaterThan(StrIndex(field, Value(word)), 0))
    return meant
