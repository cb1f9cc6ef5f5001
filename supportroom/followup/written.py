"""The register as JSON: each recommendation with everything that happened to it, in all its languages."""

import json
from collections.abc import Iterator
from typing import Any, Final

from supportroom.answers.models import Answer
from supportroom.briefings.models import Reflection
from supportroom.followup.dating import written_day
from supportroom.followup.taken import Taken
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Happening, Submission

# The same tags as in the tables; a path leads into the objects below.
TAGS: Final = {
    "number": "#meta+code",
    "url": "#meta+url",
    "text": "#description+text",
    "asked_on": "#date+asked",
    "pillar": "#sector+pillar",
    "themes": "#subsector+themes+list",
    "goals": "#meta+sdg+list",
    "round": "#event+round",
    "source.title": "#meta+source",
    "source.place": "#meta+source+place",
    "demand.title": "#meta+demand",
    "state": "#status+code",
    "state_since": "#date+status",
    "addressees.addressee": "#org+addressee+list",
    "addressees.sent_on": "#date+sent+list",
    "addressees.acknowledged_on": "#date+acknowledged+list",
    "addressees.due_on": "#date+due+list",
    "addressees.answered_on": "#date+answered+list",
    "addressees.answers.verdict": "#status+answer+list",
    "briefings.verdict": "#status+briefing+list",
}


def as_json(taken: Iterator[Taken], head: dict[str, Any]) -> Iterator[str]:
    """Yield one JSON object piece by piece: `head`, the HXL tags of what follows, then `recommendations`."""
    yield json.dumps(head | {"hxl": TAGS}, ensure_ascii=False)[:-1] + ', "recommendations": ['
    for number, one in enumerate(taken):
        yield (",\n" if number else "\n") + json.dumps(plain(one), ensure_ascii=False)
    yield "\n]}\n"


def plain(one: Taken) -> dict[str, Any]:
    """Give a recommendation as plain values. Texts are objects: a wording for each language."""
    asked = one.recommendation
    return {
        "number": asked.code,
        "url": one.address,
        "text": texts(asked.text),
        "heading": texts(asked.heading),
        "original_language": asked.text.original,
        "asked_on": one.asked_on,
        "year": asked.year,
        "pillar": texts(asked.pillar.name) if asked.pillar else None,
        "themes": list(one.themes),
        "goals": list(asked.goals),
        "round": texts(asked.round.title) if asked.round else None,
        "source": {"kind": asked.source_kind, "title": texts(one.source), "place": asked.place},
        "demand": {"slug": asked.demand.slug, "title": texts(asked.demand.title), "bond": asked.bond}
        if asked.demand
        else None,
        "state": asked.state,
        "state_since": written_day(asked.state_since),
        "is_open": one.standing.is_open,
        "released_on": written_day(asked.released_on) or None,
        "addressees": [_put(submission) for submission in one.submissions],
        "briefings": [_reflection(each) for each in one.reflections],
        "history": [_step(each) for each in one.happenings],
    }


def texts(text: MultilingualText) -> dict[str, str]:
    """Give the wordings by language."""
    return {code: words for code, words in text.texts.items() if words}


def _put(submission: Submission) -> dict[str, Any]:
    days = ("sent_on", "acknowledged_on", "due_on", "answered_on")
    return {
        "addressee": {"slug": submission.addressee.slug, "name": texts(submission.addressee.name)},
        "state": submission.state,
        **{name: written_day(getattr(submission, name)) or None for name in days},
        "answers": [_answer(answer) for answer in submission.answers.all()],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "answered_on": written_day(answer.answered_on),
        "verdict": answer.verdict,
        "text": texts(answer.text),
        "evidence": answer.evidence,
        "given": answer.way,
        "source": answer.source,
        "wording": answer.wording,
        "assessment": answer.assessment or None,
    }


def _reflection(each: Reflection) -> dict[str, Any]:
    return {
        "given_on": written_day(each.briefing.given_on),
        "symbol": each.briefing.symbol,
        "verdict": each.verdict,
        "state": each.state,
        "second_verdict": each.second_verdict or None,
        "quotation": each.quotation,
        "language": each.briefing.language,
    }


def _step(happening: Happening) -> dict[str, Any]:
    return {
        "on": written_day(happening.on),
        "kind": happening.kind,
        "addressee": happening.addressee.slug if happening.addressee else None,
        "words": texts(happening.words),
        "source": happening.source,
    }
