"""The sentences with which a report begins: what the record says, in words, for people to write on from.

Each is written anew in each language from the same figures; none is translated from another.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.room.models import Room
from supportroom.room.queries import charter, hub_name
from supportroom.room.vocabulary import CONSENSUS_MINUS, SHARE
from supportroom.rounds.models import Session
from supportroom.statements.record import RoundRecord
from supportroom.statements.vocabulary import (
    CONDUCT,
    DISCUSSION,
    FOLLOW_UP,
    LANGUAGE_WORDS,
    PREPARATION,
    SUMMARY,
)
from supportroom.web.formatting import plain_date
from supportroom.web.vocabulary import MONTHS

Writer = Callable[[RoundRecord, str], list[str]]


def opening_words(record: RoundRecord) -> dict[str, MultilingualText]:
    """Give the first paragraph of each written section, in every language of the round that the interface speaks."""
    spoken = [code for code, _name in settings.LANGUAGES if code in record.round.languages]
    first = next((code for code in record.round.languages if code in spoken), settings.LANGUAGE_CODE)
    found = {}
    for section, write in WRITERS.items():
        texts = {}
        for language in spoken or [first]:
            with override(language):
                texts[language] = " ".join(sentence for sentence in write(record, language) if sentence)
        found[section] = multilingual(first, **texts)
    return found


def dates_in_words(record: RoundRecord) -> str:
    """Give the days of a round in words, without markup, in the language of the page."""
    first, last = record.round.starts_on, record.round.ends_on
    if first == last:
        return plain_date(first)
    if (first.year, first.month) == (last.year, last.month):
        parts = {"first": first.day, "last": last.day, "month": str(MONTHS[last.month - 1]), "year": last.year}
        return _("%(first)s–%(last)s %(month)s %(year)s") % parts
    return _("%(first)s – %(last)s") % {"first": plain_date(first), "last": plain_date(last)}


def languages_in_words(codes: list[str]) -> str:
    """Name languages in the language of the page: "Arabic and English"."""
    return list_in_words([str(LANGUAGE_WORDS.get(code, code)) for code in codes])


def rule_in_words(room: Room) -> str:
    """Say when the room calls a point agreed, by its rule as it stands in the charter."""
    if room.rule_kind == CONSENSUS_MINUS:
        few = room.rule_minus
        return ngettext(
            "A point was agreed when no more than %(count)s person could not accept it.",
            "A point was agreed when no more than %(count)s people could not accept it.",
            few,
        ) % {"count": few}
    if room.rule_kind == SHARE:
        words = _("A point was agreed when at least %(share)s%% supported it or could live with it.")
        return words % {"share": room.rule_share}
    return _("A point was agreed when there was nobody who could not accept it.")


def points_in_words(count: int) -> str:
    """Give a number of points in words."""
    return ngettext("%(count)s point", "%(count)s points", count) % {"count": count}


def place_in_words(record: RoundRecord, language: str) -> str:
    """Say where a round met: online, in a place, or both."""
    place = record.round.place.said_in(language).text or hub_name(record.round.hub)
    if record.round.is_online and place:
        return _("%(place)s and online") % {"place": place}
    return place or _("online")


def list_in_words(words: list[str]) -> str:
    """Join words to a list: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": _(", ").join(words[:-1]), "last": words[-1]}


def _summary(record: RoundRecord, language: str) -> list[str]:
    count = record.figures.count
    people = ngettext("%(count)s person took part", "%(count)s people took part", count) % {"count": count}
    start = {"people": people, "place": place_in_words(record, language), "dates": dates_in_words(record)}
    adopted = len(record.statements)
    statements = ngettext(
        "%(count)s statement was adopted and is annexed.", "%(count)s statements were adopted and are annexed.", adopted
    )
    return [
        _("%(people)s in this round (%(place)s, %(dates)s).") % start,
        _raised(record),
        *_agreements(record, language),
        statements % {"count": adopted} if adopted else "",
    ]


def _raised(record: RoundRecord) -> str:
    if not record.raised:
        return ""
    under = ngettext("%(count)s pillar", "%(count)s pillars", record.pillar_count) % {"count": record.pillar_count}
    return _("They raised %(points)s under %(pillars)s.") % {"points": points_in_words(record.raised), "pillars": under}


def _agreements(record: RoundRecord, language: str) -> list[str]:
    said = []
    for place, (session, count) in enumerate(record.agreements):
        about = {"points": points_in_words(count), "session": session.title.said_in(language).text}
        said.append((_("In “%(session)s” %(points)s more were agreed.") if place else
                     _("In “%(session)s” %(points)s were agreed.")) % about)  # fmt: skip
    if record.raised:
        left = points_in_words(record.left)
        said.append(
            _("Without agreement: %(points)s.") % {"points": left}
            if record.left
            else _("No point was left without agreement.")
        )
    return said


def _preparation(record: RoundRecord, language: str) -> list[str]:
    organisers = record.round.organisers.said_in(language).text
    names = languages_in_words(record.round.interpretation or [])
    count = len(record.sessions)
    planned = ngettext("The programme had %(count)s session.", "The programme had %(count)s sessions.", count)
    return [
        _("The round was organised by %(organisers)s.") % {"organisers": organisers} if organisers else "",
        planned % {"count": count},
        _("Interpretation was provided (%(languages)s).") % {"languages": names} if names else "",
    ]


def _conduct(record: RoundRecord, _language: str) -> list[str]:
    held = [session for session in record.sessions if session.opened_at]
    chosen = bool(held) and all(_was_led(session) for session in held)
    return [
        _("At the start of each session those present chose who facilitated it and who recorded it.") if chosen else "",
        _(
            "Points were raised under pillars, then put to those present by checks: each of them supported a point, "
            "could live with it, stood aside, or could not accept it and said why. Nobody saw the answers before the "
            "close."
        ),
        rule_in_words(charter()),
        _("Who said what was not kept.") if all(session.is_chatham for session in record.sessions) else "",
    ]


def _was_led(session: Session) -> bool:
    return session.facilitator_id is not None and session.rapporteur_id is not None


def _discussion(record: RoundRecord, language: str) -> list[str]:
    words = [_raised(record), *_agreements(record, language)]
    return words if record.raised else [_("No points were raised in this round.")]


def _follow_up(record: RoundRecord, language: str) -> list[str]:
    said = []
    if record.left:
        said.append(_("The points without agreement are offered as topics of the next round."))
    for told in record.statements:
        about = {"title": told.statement.title.said_in(language).text}
        said.append((_("“%(title)s” was answered; the reply is annexed to it.") if told.replies else
                     _("A reply to “%(title)s” is awaited.")) % about)  # fmt: skip
    return said or [_("What becomes of these results is told in the next round.")]


WRITERS: dict[str, Writer] = {
    SUMMARY: _summary,
    PREPARATION: _preparation,
    CONDUCT: _conduct,
    DISCUSSION: _discussion,
    FOLLOW_UP: _follow_up,
}
