"""The description of the interface that machines read: OpenAPI 3.1, made of the resources themselves."""

from typing import Any, Final

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from supportroom.outlets.interface import shapes
from supportroom.outlets.interface.filters import PAGING, Filter
from supportroom.outlets.interface.offered import RESOURCES
from supportroom.outlets.interface.resources import Resource

VERSION: Final = "1.0.0"
ROOT: Final = "/api/v1/"
_ERROR: Final = shapes.thing({"filter": shapes.WORD, "why": shapes.WORD})


def described() -> dict[str, Any]:
    """Describe everything, with words in the present language."""
    paths: dict[str, Any] = {}
    for resource in RESOURCES.values():
        paths[f"/{resource.name}/"] = {"get": _list(resource)}
        if resource.key:
            paths[f"/{resource.name}/{{id}}/"] = {"get": _one(resource)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Everything public of this room"),
            "version": VERSION,
            "description": _(
                "Reading is open to everybody: no key, no account, no cookie. What is public stands here."
            ),
        },
        "servers": [{"url": f"{settings.ROOM_ADDRESS}{ROOT}".rstrip("/")}],
        "paths": paths,
        "components": {"schemas": _schemas(), "responses": {"Problem": _problem_answer()}},
    }


def _schemas() -> dict[str, Any]:
    own = {resource.name: shapes.thing(resource.shape) for resource in RESOURCES.values()}
    problem = {
        "type": "object",
        "properties": {
            "type": shapes.WORD,
            "title": shapes.WORD,
            "status": shapes.NUMBER,
            "detail": shapes.WORD,
            "errors": {"type": "array", "items": _ERROR},
        },
        "required": ["type", "title", "status", "detail"],
    }
    return {"Text": shapes.TEXT_ITSELF, "Problem": problem, **own}


def _problem_answer() -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": _("It cannot be answered; the words say why."), "content": content}


def _list(resource: Resource) -> dict[str, Any]:
    page = shapes.thing(
        {
            "count": shapes.NUMBER,
            "page": shapes.NUMBER,
            "per_page": shapes.NUMBER,
            "next": {"type": ["string", "null"]},
            "previous": {"type": ["string", "null"]},
            "items": {"type": "array", "items": {"$ref": f"#/components/schemas/{resource.name}"}},
        }
    )
    return {
        "operationId": f"list_{resource.name}",
        "summary": str(resource.words),
        "parameters": [_parameter(one) for one in (*resource.filters, *PAGING)] + [_language()],
        "responses": _answers(page, str(resource.words), "400", "404", "429"),
    }


def _one(resource: Resource) -> dict[str, Any]:
    number = {"name": "id", "in": "path", "required": True, "schema": shapes.WORD}
    shape = {"$ref": f"#/components/schemas/{resource.name}"}
    return {
        "operationId": f"read_{resource.name}",
        "summary": str(resource.words),
        "parameters": [number, _language()],
        "responses": _answers(shape, str(resource.words), "400", "404", "429"),
    }


def _answers(shape: Any, words: str, *refusals: str) -> dict[str, Any]:
    told = {"description": words, "content": {"application/json": {"schema": shape}}}
    unchanged = {"description": _("Nothing changed since the answer with this ETag.")}
    return {"200": told, "304": unchanged, **{code: {"$ref": "#/components/responses/Problem"} for code in refusals}}


def _parameter(one: Filter) -> dict[str, Any]:
    return {"name": one.name, "in": "query", "description": str(one.words), "schema": dict(one.schema)}


def _language() -> dict[str, Any]:
    schema = {"type": "string", "enum": [code for code, _name in settings.LANGUAGES], "default": get_language()}
    words = _("The language of descriptions and refusals; texts come in all of theirs.")
    return {"name": "lang", "in": "query", "description": words, "schema": schema}
