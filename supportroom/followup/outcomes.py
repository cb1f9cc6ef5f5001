"""What became of what the room asked: text by text, each with its recommendations and where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, Q, Window
from django.db.models.functions import RowNumber

from supportroom.followup.queries import SUBMISSIONS, Row, rows_of
from supportroom.followup.sources import Origin, addresses_of, origin
from supportroom.kernel.actors import Actor
from supportroom.kernel.ids import spell
from supportroom.register.models import Recommendation
from supportroom.register.queries import recommendations_visible_to
from supportroom.register.recording import Source
from supportroom.register.sources import source_of
from supportroom.register.vocabulary import OPEN_STATES
from supportroom.rounds.models import Round

OF = ("source_kind", "statement", "report", "paper", "document")
SOURCES = ("statement", "report__round", "paper", "document")
ORDER = ("position", "year", "number")
MOST_LINES = 25
Key = tuple[Any, ...]


@dataclass(frozen=True)
class Asking:
    """A text that asked for something: since when, for how much, and how much of it is still open."""

    key: Key
    asked_on: date
    count: int
    still_open: int

    @property
    def text_id(self) -> int:
        """Give the id of the text."""
        return next(one for one in self.key[1:] if one)

    @property
    def source(self) -> str:
        """Give what the register is asked for to show all of it."""
        return f"{self.key[0]}-{spell(self.text_id)}"


@dataclass(frozen=True)
class Outcome:
    """A text with its recommendations, of very many the first."""

    asking: Asking
    origin: Origin
    round: Round | None
    rows: tuple[Row, ...]


def askings(actor: Actor, round_: Round | None = None) -> list[Asking]:
    """List the texts that asked for something that somebody may read, the newest first; those of one round alone."""
    seen = recommendations_visible_to(actor).select_related(None).order_by()
    seen = seen.filter(round=round_) if round_ else seen
    still_open = Count("pk", filter=Q(state__in=OPEN_STATES))
    found = seen.values_list(*OF).annotate(first=Min("asked_on"), count=Count("pk"), open=still_open)
    found = found.order_by("-first", *OF)
    return [Asking(tuple(row[: len(OF)]), *row[len(OF) :]) for row in found]


def outcomes_of(actor: Actor, asked: Sequence[Asking], language: str, today: date) -> list[Outcome]:
    """Give these texts with the first of their recommendations in the texts' own order."""
    wanted = Q(pk=None)
    for asking in asked:
        wanted |= Q(**{asking.key[0]: asking.text_id})
    line = Window(RowNumber(), partition_by=[F(name) for name in OF], order_by=ORDER)
    found = recommendations_visible_to(actor).filter(wanted).annotate(line=line).filter(line__lte=MOST_LINES)
    found = found.select_related("round", *SOURCES).prefetch_related(SUBMISSIONS).defer("search_text", "heading")
    rows = rows_of(actor, found.order_by(*ORDER), today)
    by_text: dict[Key, list[Row]] = {}
    for row in rows:
        by_text.setdefault(_key(row.recommendation), []).append(row)
    texts = {key: source_of(of[0].recommendation) for key, of in by_text.items()}
    places = addresses_of(actor, list(texts.values()), language)
    return [
        _outcome(asking, tuple(by_text[asking.key]), texts[asking.key], places)
        for asking in asked
        if asking.key in by_text
    ]


def _key(one: Recommendation) -> Key:
    return (one.source_kind, one.statement_id, one.report_id, one.paper_id, one.document_id)


def _outcome(asking: Asking, rows: tuple[Row, ...], source: Source, places: Mapping[Source, str]) -> Outcome:
    first = rows[0].recommendation
    return Outcome(asking, replace(origin(first, source, places.get(source, "")), place=""), first.round, rows)
