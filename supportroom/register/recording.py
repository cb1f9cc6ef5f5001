"""Writing recommendations into the register, inside the action of who records them (here, or where texts come in)."""

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max, Q

from supportroom.journal.writing import create_many, refuse_unless
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.papers.models import Paper
from supportroom.points.models import Point
from supportroom.register.history import tell
from supportroom.register.holding import hold_register
from supportroom.register.models import Addressee, Document, Recommendation, Submission
from supportroom.register.themes import found_themes, refuse_unknown
from supportroom.register.vocabulary import DAY, OF_DOCUMENT, OF_PAPER, OF_REPORT, OF_STATEMENT, RECORDED
from supportroom.room.models import Pillar
from supportroom.rounds.models import Round
from supportroom.statements.models import Report, Statement
from supportroom.texts.models import Paragraph

Source = Statement | Report | Paper | Document
KINDS: dict[type[Source], str] = {
    Statement: OF_STATEMENT,
    Report: OF_REPORT,
    Paper: OF_PAPER,
    Document: OF_DOCUMENT,
}
LONGEST_WORDS = 5000
LETTERS = "23456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True)
class Ask:
    """One thing that is asked for: its words, under what they stand, since when, to whom, and where it was found."""

    text: MultilingualText
    asked_on: date
    precision: str = DAY
    heading: MultilingualText = field(default_factory=MultilingualText)
    pillar: Pillar | None = None
    themes: Sequence[str] = ()
    goals: Sequence[int] = ()
    addressees: Sequence[Addressee] = ()
    paragraph: Paragraph | None = None
    point: Point | None = None
    place: str = ""
    round: Round | None = None


def kind_of(source: Source) -> str:
    """Give the kind of a source as a recommendation keeps it."""
    return KINDS[type(source)]


def new_slug(stem: str) -> str:
    """Give a public address: what it is numbered as, and four random letters, so that nobody guesses the next."""
    return f"{stem}-{''.join(secrets.choice(LETTERS) for _ in range(4))}"


def record_all(source: Source, asks: Sequence[Ask]) -> list[Recommendation]:
    """Write recommendations in the order given, numbered within their years, with whom they are addressed to.

    For use inside an action, which asks whether the actor may, and records. DomainError `register.nothing_asked`,
    `register.recorded_already`, `register.unknown_theme`, `register.unknown_goal`.
    """
    refuse_unless(asks, "register.nothing_asked")
    hold_register()
    found_themes()
    refuse_unknown({code for ask in asks for code in ask.themes}, {goal for ask in asks for goal in ask.goals})
    _refuse_too_long(asks)
    _refuse_twice(asks)
    numbers = _numbers({ask.asked_on.year for ask in asks})
    position = Recommendation.objects.filter(**{kind_of(source): source}).count()
    rows = []
    for place, ask in enumerate(asks, start=position + 1):
        numbers[ask.asked_on.year] += 1
        rows.append(_row(source, ask, numbers[ask.asked_on.year]) | {"position": place})
    recorded = create_many(Recommendation, rows)
    today = now().date()
    for recommendation, ask in zip(recorded, asks, strict=True):
        address_to(recommendation, ask.addressees)
        tell(recommendation, RECORDED, today)
    return recorded


def address_to(recommendation: Recommendation, addressees: Iterable[Addressee]) -> None:
    """Address a recommendation to bodies, each once."""
    chosen = dict.fromkeys(addressees)
    create_many(Submission, [{"recommendation": recommendation, "addressee": addressee} for addressee in chosen])


def _refuse_too_long(asks: Sequence[Ask]) -> None:
    for ask in asks:
        longest = max(map(len, ask.text.texts.values()), default=0)
        refuse_unless(str(ask.text).strip(), "kernel.empty")
        refuse_unless(longest <= LONGEST_WORDS, "kernel.too_long", limit=LONGEST_WORDS)


def _refuse_twice(asks: Sequence[Ask]) -> None:
    paragraphs = [ask.paragraph.pk for ask in asks if ask.paragraph]
    points = [ask.point.pk for ask in asks if ask.point]
    once = len(set(paragraphs)) == len(paragraphs) and len(set(points)) == len(points)
    refuse_unless(once, "register.paragraph_twice")
    found = Recommendation.objects.filter(set_aside=False)
    known = found.filter(Q(paragraph__in=paragraphs) | Q(point__in=points)).first()
    refuse_unless(known is None, "register.recorded_already", number=known.code if known else "")


def _numbers(years: set[int]) -> Counter[int]:
    last = Recommendation.objects.filter(year__in=years).order_by().values("year").annotate(last=Max("number"))
    return Counter({row["year"]: row["last"] for row in last})


def _row(source: Source, ask: Ask, number: int) -> dict[str, object]:
    year = ask.asked_on.year
    return {
        "year": year,
        "number": number,
        "slug": new_slug(f"{year}-{number}"),
        "text": ask.text,
        "heading": ask.heading,
        "asked_on": ask.asked_on,
        "precision": ask.precision,
        "pillar": ask.pillar,
        "themes": list(dict.fromkeys(ask.themes)),
        "goals": sorted(set(ask.goals)),
        "round": ask.round or getattr(source, "round", None),
        "source_kind": kind_of(source),
        kind_of(source): source,
        "paragraph": ask.paragraph,
        "point": ask.point,
        "place": ask.place,
        "state_since": now().date(),
        "search_text": search_text_of(ask.text, ask.heading),
    }


def search_text_of(text: MultilingualText, heading: MultilingualText) -> str:
    """Give what a search for a recommendation looks into."""
    return f"{text.search_text} {heading.search_text}".strip()
