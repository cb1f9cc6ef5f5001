"""The way of a reader through a briefing: recommendation by recommendation, what waits for them first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import to_read
from supportroom.briefings.vocabulary import READ
from supportroom.kernel.actors import Actor

NEW, SECOND, MINE, READ_TWICE = "new", "second", "mine", "done"


@dataclass(frozen=True)
class Way:
    """The recommendations to read, by slug in their order, and how each stands for the reader: not read by anybody
    (NEW), read once by another person (SECOND), read once by the reader (MINE), read twice.
    """

    slugs: Sequence[str]
    standing: Mapping[str, str]

    def waits(self, slug: str) -> bool:
        """Tell whether the reader can do something there."""
        return self.standing[slug] in (NEW, SECOND)

    def next_after(self, slug: str = "") -> str | None:
        """Give the next that waits, from the one after this on and round; None when nothing waits."""
        at = self.slugs.index(slug) + 1 if slug in self.standing else 0
        ahead = [*self.slugs[at:], *self.slugs[:at]]
        return next((each for each in ahead if self.waits(each) and each != slug), None)

    def beside(self, slug: str) -> tuple[str | None, str | None]:
        """Give the one before and the one behind, whatever stands there."""
        at = self.slugs.index(slug)
        return (self.slugs[at - 1] if at else None), (self.slugs[at + 1] if at + 1 < len(self.slugs) else None)

    def count(self, *standings: str) -> int:
        """Count those that stand so."""
        return sum(standing in standings for standing in self.standing.values())


def way_through(actor: Actor, briefing: Briefing) -> Way:
    """Give the way of a reader through a briefing; two queries, however much there is to read."""
    rows = to_read(actor, briefing).select_related(None).values_list("pk", "slug")
    read = {
        key: (state, reader)
        for key, state, reader in Reflection.objects.filter(briefing=briefing).values_list(
            "recommendation_id", "state", "first_reader_id"
        )
    }
    standing = {slug: _standing(actor, read.get(key)) for key, slug in rows}
    return Way(list(standing), standing)


def _standing(actor: Actor, read: tuple[str, int | None] | None) -> str:
    if read is None:
        return NEW
    state, reader = read
    if state != READ:
        return READ_TWICE
    return MINE if reader is not None and reader == actor.person_id else SECOND
