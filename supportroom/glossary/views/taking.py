"""The glossary and the actors taken along as a file: what the reader sees, no more."""

import json
from collections import defaultdict
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from supportroom.glossary.exporting import actors_plainly, table_of_influences, table_of_terms, terms_plainly
from supportroom.glossary.models import Definition
from supportroom.glossary.queries import in_alphabet, in_kinds, influences_between, public_bodies, terms_visible_to
from supportroom.people.middleware import Asking
from supportroom.room.queries import languages_spoken
from supportroom.web.limits import limited
from supportroom.web.sheets import KINDS, sheet_of


@login_not_required
@require_GET
@limited("exports")
def term_export(request: Asking, kind: str) -> HttpResponse:
    """Hand out the terms that the reader sees."""
    terms = in_alphabet(terms_visible_to(request.actor), request.LANGUAGE_CODE)
    versions: dict[int, list[Definition]] = defaultdict(list)
    for definition in Definition.objects.filter(term__in=terms).order_by("-number"):
        versions[definition.term_id].append(definition)
    if kind == "json":
        return _as_json(terms_plainly((term, versions[term.pk]) for term in terms), "glossary")
    if kind not in KINDS:
        raise Http404
    pairs = [(term, next(iter(versions[term.pk]), None)) for term in terms]
    return sheet_of(table_of_terms(pairs, list(languages_spoken())), kind, "glossary", _("Glossary"))


@login_not_required
@require_GET
@limited("exports")
def body_export(request: Asking, kind: str) -> HttpResponse:
    """Hand out the actors that everybody sees, and who influences whom."""
    bodies = in_kinds(public_bodies(), request.LANGUAGE_CODE)
    influences = influences_between(bodies)
    if kind == "json":
        return _as_json(actors_plainly(bodies, influences), "actors")
    if kind not in KINDS:
        raise Http404
    return sheet_of(table_of_influences(influences, request.LANGUAGE_CODE), kind, "actors", _("Actors"))


def _as_json(values: dict[str, Any], name: str) -> HttpResponse:
    content = json.dumps(values, ensure_ascii=False, indent=1)
    answer = HttpResponse(content, content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return answer
