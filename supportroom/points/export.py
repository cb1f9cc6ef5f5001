"""A round's points to take along as CSV, XLSX or JSON: what they say and how they stand, never whose they are."""

import json
from collections.abc import Iterable
from typing import Any, Final

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from supportroom.points.models import Point
from supportroom.points.vocabulary import POINT_STATES
from supportroom.room.queries import languages_spoken
from supportroom.web.sheets import KINDS, sheet_of

FORMATS: Final = {**KINDS, "json": "application/json"}
Cells = list[str | int]


def table_of(points: QuerySet[Point], kind: str, language: str) -> HttpResponse:
    """Answer with the points as a file of this kind."""
    ordered = points.order_by("group__position", "pillar__position", "pillar_id", "position", "number")
    if kind != "json":
        codes = languages_spoken()
        header: Cells = [_("Number"), _("Group"), _("Pillar"), _("State"), _("Original language"), *codes.values()]
        rows: list[Cells] = [header, *(_cells(point, language, codes) for point in ordered)]
        return sheet_of(rows, kind, "points", _("Points"))
    content = json.dumps([_plain(point) for point in ordered], ensure_ascii=False, indent=1).encode()
    answer = HttpResponse(content, content_type=FORMATS[kind])
    answer["Content-Disposition"] = 'attachment; filename="points.json"'
    return answer


def _plain(point: Point) -> dict[str, Any]:
    return {
        "number": point.number,
        "group": dict(point.group.name.texts) if point.group else None,
        "pillar": dict(point.pillar.name.texts),
        "state": point.state,
        "original": point.content.original,
        "words": dict(point.content.texts),
        "translations": dict(point.content.states),
    }


def _cells(point: Point, language: str, codes: Iterable[str]) -> Cells:
    return [
        point.number,
        str(point.group.name.said_in(language)) if point.group else "",
        str(point.pillar.name.said_in(language)),
        str(POINT_STATES[point.state]),
        point.content.original,
        *(point.content.texts.get(code, "") for code in codes),
    ]
