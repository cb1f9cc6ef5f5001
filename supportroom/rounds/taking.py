"""A round as the thing of what takes two: that there is one, and what it is called."""

from collections.abc import Iterable

from django.utils.translation import get_language

from supportroom.journal.models import reference
from supportroom.journal.writing import refuse_unless
from supportroom.rounds.models import Round


def _round_behind(thing: str) -> Round | None:
    label, _colon, key = thing.partition(":")
    known = label == Round._meta.label_lower and key.isascii() and key.isdigit()
    return Round.objects.filter(pk=int(key)).first() if known else None


def refuse_unless_round(thing: str) -> None:
    """Raise DomainError `kernel.missing` unless the reference names a round."""
    refuse_unless(_round_behind(thing), "kernel.missing")


def titles_of(things: Iterable[str]) -> dict[str, str]:
    """Give the titles of the rounds that references name, in the reader's language."""
    keys = [int(thing.partition(":")[2]) for thing in things]
    return {
        reference(each): str(each.title.said_in(get_language() or "")) for each in Round.objects.filter(pk__in=keys)
    }
