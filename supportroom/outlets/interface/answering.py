"""Answers of the interface: JSON for machines, and refusals as problems (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

JSON, PROBLEM = "application/json", "application/problem+json"
# Anybody's page may read what everybody may read; no cookie goes along.
OPEN: Final = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}


def as_json(content: Any) -> HttpResponse:
    """Answer with plain values."""
    return HttpResponse(_written(content), content_type=JSON, headers=OPEN)


def problem(status: int, detail: str, wrong: Mapping[str, str] | None = None) -> HttpResponse:
    """Answer that something cannot be: what, and with each filter that cannot be read why."""
    content: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if wrong:
        content["errors"] = [{"filter": name[:80], "why": why} for name, why in wrong.items()]
    return HttpResponse(_written(content), status=status, content_type=PROBLEM, headers=OPEN)


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer somebody who comes too often."""
    return problem(429, _("Too many questions at once; what was asked before is answered all the same."))


def _written(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
