"""Adopted statements as published reports annex them, where recommendations were carried, what the public asked."""

from collections.abc import Sequence
from typing import Any, Final

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from supportroom.answers.models import Delivery
from supportroom.answers.queries import public_deliveries
from supportroom.answers.vocabulary import OCCASIONS
from supportroom.outlets.interface import shapes
from supportroom.outlets.interface.resources import Resource
from supportroom.questions.models import PublicQuestion
from supportroom.questions.queries import public_questions
from supportroom.questions.subjects import subjects_of
from supportroom.questions.vocabulary import KINDS
from supportroom.register.queries import public_recommendations
from supportroom.site.rounds import annexed_to_newest
from supportroom.statements.models import Statement
from supportroom.statements.vocabulary import STATEMENT_STATES
from supportroom.texts.models import Paragraph


def _statements() -> QuerySet[Statement]:
    shown = [one.statement.pk for one in annexed_to_newest(settings.LANGUAGE_CODE)]
    paragraphs = Paragraph.objects.filter(removed=False)
    rows = Statement.objects.filter(pk__in=shown).select_related("round", "text")
    return rows.prefetch_related(Prefetch("text__paragraphs", paragraphs)).order_by("-round__ends_on", "position", "pk")


def _write_statements(rows: Sequence[Statement]) -> list[dict[str, Any]]:
    pages: dict[int, dict[str, str]] = {}
    for code, _name in settings.LANGUAGES:
        for one in annexed_to_newest(code):
            if one.language == code:
                pages.setdefault(one.statement.pk, {})[code] = f"{settings.ROOM_ADDRESS}{one.address}"
    return [
        {
            "title": shapes.said(row.title),
            "addressee": shapes.said(row.addressee),
            "round": shapes.said(row.round.title),
            "state": row.state,
            "text": [shapes.said(paragraph.content) for paragraph in row.text.paragraphs.all()],
            "pages": pages.get(row.pk, {}),
        }
        for row in rows
    ]


def _deliveries() -> QuerySet[Delivery]:
    carried = public_recommendations().select_related(None).order_by("year", "number")
    return public_deliveries().prefetch_related(Prefetch("recommendations", carried)).order_by("-held_on", "pk")


def _write_deliveries(rows: Sequence[Delivery]) -> list[dict[str, Any]]:
    return [
        {
            "title": shapes.said(row.title),
            "occasion": row.occasion,
            "held_on": shapes.day_of(row.held_on),
            "place": row.place,
            "carried_by": shapes.said(row.carried_by),
            "source": row.source,
            "recommendations": [one.slug for one in row.recommendations.all()],
            "pages": shapes.pages_of("answers:delivery_detail", delivery_id=row.pk),
        }
        for row in rows
    ]


def _write_questions(rows: Sequence[PublicQuestion]) -> list[dict[str, Any]]:
    subjects = subjects_of(rows)
    return [
        {
            "about": subjects[row.pk].kind,
            "about_id": subjects[row.pk].slug,
            "text": shapes.said(row.text),
            "asked_on": shapes.day_of(row.asked_on),
            "answer": shapes.said(row.answer),
            "answered_on": shapes.day_of(row.answered_on),
            "pages": shapes.pages_of("questions:ask", kind=subjects[row.pk].kind, asked_slug=subjects[row.pk].slug),
        }
        for row in rows
        if row.pk in subjects
    ]


STATEMENTS: Final = Resource(
    "statements",
    _("Statements that rounds adopted, as the newest edition of their report annexes them."),
    {
        "title": shapes.TEXT,
        "addressee": shapes.TEXT,
        "round": shapes.TEXT,
        "state": shapes.choice(STATEMENT_STATES),
        "text": {"type": "array", "items": shapes.TEXT},
        "pages": shapes.LINKS,
    },
    _statements,
    _write_statements,
    key="",
)
DELIVERIES: Final = Resource(
    "deliveries",
    _("Where recommendations were carried, and which."),
    {
        "title": shapes.TEXT,
        "occasion": shapes.choice(OCCASIONS),
        "held_on": shapes.DAY,
        "place": shapes.WORD,
        "carried_by": shapes.TEXT,
        "source": shapes.WORD,
        "recommendations": shapes.WORDS,
        "pages": shapes.LINKS,
    },
    _deliveries,
    _write_deliveries,
    key="",
)
QUESTIONS: Final = Resource(
    "questions",
    _("What the public asked, with the room's answers."),
    {
        "about": shapes.choice(KINDS),
        "about_id": shapes.WORD,
        "text": shapes.TEXT,
        "asked_on": shapes.DAY,
        "answer": shapes.TEXT,
        "answered_on": shapes.DAY,
        "pages": shapes.LINKS,
    },
    public_questions,
    _write_questions,
    key="",
)
