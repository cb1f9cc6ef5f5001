"""What earlier rounds left open, as pages offer it: best matches first, in words short enough to choose from."""

from dataclasses import dataclass

from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText, Wording
from supportroom.rounds.models import Round
from supportroom.topics.matching import best_first
from supportroom.topics.sources import Source, still_open
from supportroom.topics.vocabulary import SOURCE_KINDS
from supportroom.web.formatting import said

LONGEST = 240


@dataclass(frozen=True)
class Offered:
    """A source that is offered: with the title of its round, what it is, and how many words fit."""

    source: Source
    round_title: MultilingualText
    kind: str
    fits: int

    def short(self, language: str) -> Wording:
        """Give its words, cut where they are long."""
        words = self.source.words.said_in(language)
        if len(words.text) <= LONGEST:
            return words
        return Wording(words.text[:LONGEST].rsplit(" ", 1)[0] + " …", words.language, words.state)

    def label(self, language: str) -> str:
        """Give one line to choose it by: its words, what it is, its round."""
        return said(self.short(language)) + " · " + self.kind + " · " + said(self.round_title)


def offered_for(actor: Actor, round: Round, title: MultilingualText | str) -> list[Offered]:
    """List what is still open before a round, what fits a title best first."""
    sources = best_first(still_open(actor, round), title)
    rounds = {
        each.pk: each.title for each in Round.objects.filter(pk__in={source.round_id for source, _fits in sources})
    }
    return [
        Offered(source, rounds[source.round_id], str(SOURCE_KINDS[source.kind]), fits)
        for source, fits in sources
        if source.round_id in rounds
    ]
