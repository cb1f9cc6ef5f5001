"""A briefing is logged, and what is said of it amended."""

import hashlib
from datetime import date

from supportroom.briefings.cutting import passages_of
from supportroom.briefings.models import Briefing, Passage
from supportroom.briefings.vocabulary import LEAST_WORDS, LONGEST_TEXT
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, create_many, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.arabic import fold
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.stems import telling_stems


@action("briefings.log_briefing", on="text")
def log_briefing(
    *,
    actor: Actor,
    given_on: date,
    text: str,
    symbol: str = "",
    title: MultilingualText | None = None,
    language: str = "en",
    link: str = "",
) -> Briefing:
    """Log a briefing with its whole text, cut into passages.

    DomainError `briefings.ahead`, `nothing_to_cut`, `text_too_long`, `logged_already`, `in_trash`.
    """
    refuse_unless(given_on <= now().date(), "briefings.ahead")
    pieces = _pieces(text)
    briefing = create(
        Briefing,
        given_on=given_on,
        symbol=symbol,
        title=title or MultilingualText(),
        language=language,
        link=link,
        digest=_new_digest(text),
    )
    _keep_passages(briefing, pieces)
    record(briefing, actor=actor)
    return briefing


@action("briefings.amend_briefing", on="briefing")
def amend_briefing(
    *,
    actor: Actor,
    briefing: Briefing,
    given_on: date,
    symbol: str,
    title: MultilingualText,
    language: str,
    link: str,
    text: str = "",
    seen: int | None = None,
) -> Briefing:
    """Change what is said of a briefing; its text as well (where `text` is another) until somebody has read it.

    Stale; DomainError `briefings.trashed`, `read_already`, and what `log_briefing` refuses.
    """
    held = Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)
    refuse_unless(held.trashed_at is None, "briefings.trashed")
    refuse_unless(given_on <= now().date(), "briefings.ahead")
    fields = {"given_on": given_on, "symbol": symbol, "title": title, "language": language, "link": link}
    if text and digest_of(text) != held.digest:
        refuse_unless(not held.reflections.exists(), "briefings.read_already")
        pieces = _pieces(text)
        change(held, seen=seen, digest=_new_digest(text), **fields)
        erase_all(held.passages.all())
        _keep_passages(held, pieces)
    else:
        change(held, seen=seen, **fields)
    record(held, actor=actor)
    return held


def digest_of(text: str) -> str:
    """Give what a text is known by again: its letters, however it is broken into lines and marked."""
    return hashlib.sha256(fold(text).encode()).hexdigest()


def _new_digest(text: str) -> str:
    digest = digest_of(text)
    known = Briefing.objects.filter(digest=digest).first()
    refuse_unless(known is None or known.trashed_at is not None, "briefings.logged_already")
    refuse_unless(known is None, "briefings.in_trash")
    return digest


def _pieces(text: str) -> list[str]:
    refuse_unless(len(text) <= LONGEST_TEXT, "briefings.text_too_long", limit=LONGEST_TEXT)
    refuse_unless(len(fold(text).split()) >= LEAST_WORDS, "briefings.nothing_to_cut")
    return passages_of(text)


def _keep_passages(briefing: Briefing, pieces: list[str]) -> None:
    rows = [
        {"briefing": briefing, "number": number, "text": text, "stems": " ".join(telling_stems(text))}
        for number, text in enumerate(pieces, start=1)
    ]
    create_many(Passage, rows)
