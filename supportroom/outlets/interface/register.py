"""Recommendations with everything that became of them, demands, and who is asked."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from supportroom.answers.models import Answer
from supportroom.answers.vocabulary import ASSESSMENTS, VERDICTS
from supportroom.briefings.queries import reflections_of
from supportroom.briefings.vocabulary import READING_STATES
from supportroom.briefings.vocabulary import VERDICTS as READINGS
from supportroom.followup.sources import title_of
from supportroom.outlets.interface import filters, shapes
from supportroom.outlets.interface.resources import Resource
from supportroom.register.models import Addressee, Demand, Happening, Recommendation, Submission
from supportroom.register.queries import public_recommendations
from supportroom.register.sources import source_of
from supportroom.register.vocabulary import (
    ADDRESSEE_KINDS,
    HAPPENINGS,
    OPEN_STATES,
    PRECISIONS,
    SOURCE_KINDS,
    STATES,
    SUBMISSION_STATES,
)

OPEN: Final = "open"
_FILTERS: Final = (
    filters.one_of("state", _("Where it stands; `open` for all that are open."), [OPEN, *STATES]),
    filters.word("addressee", _("The short name of the addressee.")),
    filters.word("theme", _("The code of a cross-cutting theme, like `women`.")),
    filters.word("demand", _("The short name of a demand.")),
    filters.whole("year", _("The year in which it was asked."), 1900, 2199),
    filters.whole("goal", _("The number of a Sustainable Development Goal."), 1, 17),
    filters.day("since", _("Asked on this day or later.")),
    filters.day("moved_since", _("Something happened to it on this day or later.")),
)
_SUBMISSION: Final = {
    "addressee": shapes.WORD,
    "state": shapes.choice(SUBMISSION_STATES),
    "sent_on": shapes.MAYBE_DAY,
    "due_on": shapes.MAYBE_DAY,
    "acknowledged_on": shapes.MAYBE_DAY,
    "answered_on": shapes.MAYBE_DAY,
}
_ANSWER: Final = {
    "addressee": shapes.WORD,
    "verdict": shapes.choice(VERDICTS),
    "text": shapes.TEXT,
    "evidence": shapes.WORD,
    "source": shapes.WORD,
    "answered_on": shapes.DAY,
    "wording": shapes.NUMBER,
    "assessment": shapes.choice({"": "", **ASSESSMENTS}),
}
_STEP: Final = {
    "kind": shapes.choice(HAPPENINGS),
    "on": shapes.DAY,
    "addressee": {"type": ["string", "null"]},
    "words": shapes.TEXT,
    "source": shapes.WORD,
}
_READING: Final = {
    "briefing": shapes.WORD,
    "given_on": shapes.DAY,
    "state": shapes.choice(READING_STATES),
    "verdict": shapes.choice(READINGS),
    "quotation": shapes.WORD,
}
SHAPE: Final = {
    "id": shapes.WORD,
    "number": shapes.WORD,
    "text": shapes.TEXT,
    "heading": shapes.TEXT,
    "asked_on": shapes.DAY,
    "precision": shapes.choice(PRECISIONS),
    "pillar": shapes.TEXT,
    "themes": shapes.WORDS,
    "goals": shapes.NUMBERS,
    "round": shapes.TEXT,
    "source_kind": shapes.choice(SOURCE_KINDS),
    "source": shapes.TEXT,
    "place": shapes.WORD,
    "demand": {"type": ["string", "null"]},
    "state": shapes.choice(STATES),
    "state_since": shapes.DAY,
    "released_on": shapes.DAY,
    "addressees": shapes.things(_SUBMISSION),
    "answers": shapes.things(_ANSWER),
    "way": shapes.things(_STEP),
    "briefings": shapes.things(_READING),
    "pages": shapes.LINKS,
}


def _rows() -> QuerySet[Recommendation]:
    answers = Answer.objects.order_by("answered_on", "number", "pk")
    submissions = Submission.objects.select_related("addressee").prefetch_related(Prefetch("answers", answers))
    way = Happening.objects.select_related("addressee")
    rows = public_recommendations().order_by("-year", "number")
    return rows.prefetch_related(Prefetch("submissions", submissions), Prefetch("happenings", way))


def _of_addressee(slug: str) -> Q:
    return Q(Exists(Submission.objects.filter(recommendation=OuterRef("pk"), addressee__slug=slug)))


def _moved_since(day: date) -> Q:
    return Q(Exists(Happening.objects.filter(recommendation=OuterRef("pk"), told_at__gte=_midnight(day))))


_CONDITIONS: Final[dict[str, Callable[[Any], Q]]] = {
    "state": lambda state: Q(state__in=OPEN_STATES if state == OPEN else (state,)),
    "addressee": _of_addressee,
    "theme": lambda code: Q(themes__icontains=f'"{code}"'),
    "demand": lambda slug: Q(demand__slug=slug),
    "year": lambda year: Q(asked_on__year=year),
    "since": lambda day: Q(asked_on__gte=day),
    "moved_since": _moved_since,
}


def _narrow(rows: QuerySet[Recommendation], asked: Mapping[str, Any]) -> QuerySet[Recommendation]:
    for name in _CONDITIONS.keys() & asked.keys():
        rows = rows.filter(_CONDITIONS[name](asked[name]))
    if "goal" in asked:
        with_goal = [pk for pk, goals in rows.order_by().values_list("pk", "goals") if asked["goal"] in goals]
        rows = rows.filter(pk__in=with_goal)
    return rows


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _write(rows: Sequence[Recommendation]) -> list[dict[str, Any]]:
    readings = reflections_of(rows)
    return [_recommendation(row) | {"briefings": [_reading(one) for one in readings.get(row.pk, ())]} for row in rows]


def _recommendation(row: Recommendation) -> dict[str, Any]:
    submissions = list(row.submissions.all())
    return {
        "id": row.slug,
        "number": row.code,
        "text": shapes.said(row.text),
        "heading": shapes.said(row.heading),
        "asked_on": shapes.day_of(row.asked_on),
        "precision": row.precision,
        "pillar": shapes.said(row.pillar.name) if row.pillar else None,
        "themes": row.themes,
        "goals": row.goals,
        "round": shapes.said(row.round.title) if row.round else None,
        "source_kind": row.source_kind,
        "source": shapes.said(title_of(source_of(row))),
        "place": row.place,
        "demand": row.demand.slug if row.demand else None,
        "state": row.state,
        "state_since": shapes.day_of(row.state_since),
        "released_on": shapes.day_of(row.released_on),
        "addressees": [_submission(one) for one in submissions],
        "answers": [_answer(one, answer) for one in submissions for answer in one.answers.all()],
        "way": [_step(one) for one in row.happenings.all()],
        "pages": shapes.pages_of("followup:recommendation_detail", recommendation_slug=row.slug),
    }


def _submission(submission: Submission) -> dict[str, Any]:
    days = ("sent_on", "due_on", "acknowledged_on", "answered_on")
    told = {name: shapes.day_of(getattr(submission, name)) for name in days}
    return {"addressee": submission.addressee.slug, "state": submission.state, **told}


def _answer(submission: Submission, answer: Answer) -> dict[str, Any]:
    return {
        "addressee": submission.addressee.slug,
        "verdict": answer.verdict,
        "text": shapes.said(answer.text),
        "evidence": answer.evidence,
        "source": answer.source,
        "answered_on": shapes.day_of(answer.answered_on),
        "wording": answer.wording,
        "assessment": answer.assessment,
    }


def _step(step: Happening) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "on": shapes.day_of(step.on),
        "addressee": step.addressee.slug if step.addressee else None,
        "words": shapes.said(step.words),
        "source": step.source,
    }


def _reading(reading: Any) -> dict[str, Any]:
    return {
        "briefing": reading.briefing.symbol,
        "given_on": shapes.day_of(reading.briefing.given_on),
        "state": reading.state,
        "verdict": reading.verdict,
        "quotation": reading.quotation,
    }


def _write_demands(rows: Sequence[Demand]) -> list[dict[str, Any]]:
    members: dict[int, list[Recommendation]] = {}
    for one in public_recommendations().filter(demand__in=rows).order_by("asked_on", "number"):
        members.setdefault(one.demand_id or 0, []).append(one)
    return [
        {
            "id": row.slug,
            "title": shapes.said(row.title),
            "recommendations": [one.slug for one in members.get(row.pk, ())],
            "asked_on": [shapes.day_of(one.asked_on) for one in members.get(row.pk, ())],
            "pages": shapes.pages_of("followup:demand_detail", demand_slug=row.slug),
        }
        for row in rows
    ]


def _demands() -> QuerySet[Demand]:
    return Demand.objects.filter(recommendations__in=public_recommendations()).distinct().order_by("slug")


def _addressees() -> QuerySet[Addressee]:
    """Those that something public is addressed to."""
    asked = Submission.objects.filter(recommendation__in=public_recommendations(), addressee=OuterRef("pk"))
    return Addressee.objects.filter(Exists(asked)).order_by("position", "slug")


RECOMMENDATIONS: Final = Resource(
    "recommendations",
    _("Every recommendation that the public reads, with its addressees, answers, steps, and what briefings say of it."),
    SHAPE, _rows, _write, _FILTERS, _narrow,
)  # fmt: skip
DEMANDS: Final = Resource(
    "demands",
    _("What several recommendations ask for: one demand with all its dates."),
    {"id": shapes.WORD, "title": shapes.TEXT, "recommendations": shapes.WORDS, "asked_on": shapes.WORDS,
     "pages": shapes.LINKS},
    _demands, _write_demands,
)  # fmt: skip
ADDRESSEES: Final = Resource(
    "addressees",
    _("The bodies that recommendations are addressed to."),
    {"id": shapes.WORD, "name": shapes.TEXT, "kind": shapes.choice(ADDRESSEE_KINDS)},
    _addressees,
    lambda rows: [{"id": row.slug, "name": shapes.said(row.name), "kind": row.kind} for row in rows],
)  # fmt: skip
