"""What earlier rounds left open, as pages offer it: best matches first, in words short enough to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.rounds.models import Round
from supportroom.topics.matching import best_first
from supportroom.topics.sources import Source, still_open
from supportroom.topics.vocabulary import SOURCE_KINDS
from supportroom.web.formatting import open_since, said

LONGEST, MOST = 240, 60


@dataclass(frozen=True)
class Offered:
    """A source that is offered: with the title of its round or document, what it is, and how many words fit."""

    source: Source
    title: MultilingualText
    kind: str
    fits: int

    def short(self, language: str) -> Wording:
        """Give its words, cut where they are long."""
        words = self.source.words.said_in(language)
        if len(words.text) <= LONGEST:
            return words
        return Wording(words.text[:LONGEST].rsplit(" ", 1)[0] + " …", words.language, words.state)

    def label(self, language: str) -> str:
        """Give one line to choose it by: its words, what it is, its round, since when it is open."""
        line = said(self.short(language)) + " · " + self.kind + " · " + said(self.title)
        return line + " · " + open_since(self.source.since, self.source.precision) if self.source.since else line


def offered_for(actor: Actor, round: Round, title: MultilingualText | str) -> list[Offered]:
    """List what is still open before a round, what fits a title best first."""
    sources = best_first(still_open(actor, round), title)
    wanted = {source.round_id for source, _fits in sources if source.round_id}
    rounds = {each.pk: each.title for each in Round.objects.filter(pk__in=wanted)}
    return [
        Offered(source, title, str(SOURCE_KINDS[source.kind]), fits)
        for source, fits in sources
        if (title := rounds.get(source.round_id or 0) or source.title)
    ]


def first_of(offers: list[Offered], ticked: Iterable[str] = ()) -> list[Offered]:
    """Keep as many of the offers as a page shows, and those whose references are ticked already."""
    kept = set(ticked)
    return [each for place, each in enumerate(offers) if place < MOST or each.source.reference in kept]
