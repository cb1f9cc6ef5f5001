"""Terms and actors of the glossary, briefings with what was found in them."""

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from supportroom.briefings.models import Briefing, Reflection
from supportroom.briefings.queries import public_briefings
from supportroom.briefings.vocabulary import READING_STATES, VERDICTS
from supportroom.glossary.models import Body, Influence, Term
from supportroom.glossary.queries import public_bodies, public_influences, public_terms
from supportroom.glossary.vocabulary import BODY_KINDS
from supportroom.outlets.interface import shapes
from supportroom.outlets.interface.resources import Resource
from supportroom.register.queries import public_recommendations

_DEFINITION: Final = {
    "number": shapes.NUMBER,
    "text": shapes.TEXT,
    "source": shapes.TEXT,
    "link": shapes.WORD,
    "since": shapes.DAY,
}
_INFLUENCE: Final = {"on": shapes.WORD, "how": shapes.TEXT, "strength": shapes.NUMBER, "source": shapes.TEXT}
_READING: Final = {
    "recommendation": shapes.WORD,
    "state": shapes.choice(READING_STATES),
    "verdict": shapes.choice(VERDICTS),
    "quotation": shapes.WORD,
}


def _write_terms(rows: Sequence[Term]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.slug,
            "name": shapes.said(row.name),
            "forms": {code: list(forms) for code, forms in row.forms.items()},
            "definitions": [
                {
                    "number": one.number,
                    "text": shapes.said(one.text),
                    "source": shapes.said(one.source),
                    "link": one.link,
                    "since": shapes.day_of(one.since),
                }
                for one in row.definitions.all()
            ],
            "pages": shapes.pages_of("glossary:term_detail", term_slug=row.slug),
        }
        for row in rows
    ]


def _bodies() -> QuerySet[Body]:
    return public_bodies().prefetch_related(Prefetch("influences", public_influences().order_by("-strength", "pk")))


def _write_bodies(rows: Sequence[Body]) -> list[dict[str, Any]]:
    return [
        {
            "id": row.slug,
            "name": shapes.said(row.name),
            "kind": row.kind,
            "about": shapes.said(row.about),
            "source": shapes.said(row.source),
            "influences": [_influence(one) for one in row.influences.all()],
            "pages": shapes.pages_of("glossary:body_detail", body_slug=row.slug),
        }
        for row in rows
    ]


def _influence(one: Influence) -> dict[str, Any]:
    return {
        "on": one.on.slug,
        "how": shapes.said(one.how),
        "strength": one.strength,
        "source": shapes.said(one.source),
    }


def _briefings() -> QuerySet[Briefing]:
    open_ones = public_recommendations().select_related(None).filter(pk=OuterRef("recommendation"))
    readings = Reflection.objects.filter(Exists(open_ones)).select_related("recommendation").order_by("pk")
    return public_briefings().order_by("-given_on", "pk").prefetch_related(Prefetch("reflections", readings))


def _write_briefings(rows: Sequence[Briefing]) -> list[dict[str, Any]]:
    return [
        {
            "given_on": shapes.day_of(row.given_on),
            "symbol": row.symbol,
            "title": shapes.said(row.title),
            "language": row.language,
            "link": row.link,
            "readings": [
                {
                    "recommendation": one.recommendation.slug,
                    "state": one.state,
                    "verdict": one.verdict,
                    "quotation": one.quotation,
                }
                for one in row.reflections.all()
            ],
        }
        for row in rows
    ]


TERMS: Final = Resource(
    "terms",
    _("The glossary: terms with every version of their definitions."),
    {
        "id": shapes.WORD,
        "name": shapes.TEXT,
        "forms": {"type": "object", "additionalProperties": shapes.WORDS},
        "definitions": shapes.things(_DEFINITION),
        "pages": shapes.LINKS,
    },
    lambda: public_terms().order_by("slug").prefetch_related("definitions"),
    _write_terms,
)
ACTORS: Final = Resource(
    "actors",
    _("Who influences the process and whom it concerns."),
    {
        "id": shapes.WORD,
        "name": shapes.TEXT,
        "kind": shapes.choice(BODY_KINDS),
        "about": shapes.TEXT,
        "source": shapes.TEXT,
        "influences": shapes.things(_INFLUENCE),
        "pages": shapes.LINKS,
    },
    lambda: _bodies().order_by("slug"),
    _write_bodies,
)
BRIEFINGS: Final = Resource(
    "briefings",
    _("Briefings to the Security Council, with what was found in them of the recommendations."),
    {
        "given_on": shapes.DAY,
        "symbol": shapes.WORD,
        "title": shapes.TEXT,
        "language": shapes.WORD,
        "link": shapes.WORD,
        "readings": shapes.things(_READING),
    },
    _briefings,
    _write_briefings,
    key="",
)
