"""How values look in JSON, each with its description: a text in all its languages, days, instants, addresses."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from supportroom.kernel.multilingual import MultilingualText

Schema = Mapping[str, Any]
TEXT: Final[Schema] = {"$ref": "#/components/schemas/Text"}
WORD: Final[Schema] = {"type": "string"}
NUMBER: Final[Schema] = {"type": "integer"}
WORDS: Final[Schema] = {"type": "array", "items": WORD}
NUMBERS: Final[Schema] = {"type": "array", "items": NUMBER}
DAY: Final[Schema] = {"type": "string", "format": "date"}
MAYBE_DAY: Final[Schema] = {"type": ["string", "null"], "format": "date"}
INSTANT: Final[Schema] = {"type": "string", "format": "date-time"}
LINK: Final[Schema] = {"type": "string", "format": "uri"}
LINKS: Final[Schema] = {"type": "object", "additionalProperties": LINK}
TEXT_ITSELF: Final[Schema] = {
    "type": ["object", "null"],
    "description": "A text in its languages. `original`: the language it was written in.",
    "properties": {"original": WORD, "texts": {"type": "object", "additionalProperties": WORD}},
    "required": ["original", "texts"],
}


def choice(values: Mapping[str, Any]) -> Schema:
    """Describe one of a few words."""
    return {"type": "string", "enum": list(values)}


def things(properties: Mapping[str, Schema]) -> Schema:
    """Describe a list of objects."""
    return {"type": "array", "items": thing(properties)}


def thing(properties: Mapping[str, Schema]) -> Schema:
    """Describe an object all of whose properties are there."""
    return {"type": "object", "properties": dict(properties), "required": list(properties)}


def said(text: MultilingualText) -> dict[str, Any] | None:
    """Write a text in all languages in which there are words; none for an empty one."""
    texts = {code: words for code, words in text.texts.items() if words}
    return {"original": text.original, "texts": texts} if texts else None


def day_of(value: date | None) -> str | None:
    """Write a day."""
    return value.isoformat() if value else None


def instant_of(value: datetime) -> str:
    """Write an instant in UTC, to the hour: nobody outside needs to know more."""
    return value.strftime("%Y-%m-%dT%H:00:00Z")


def pages_of(name: str, **parts: Any) -> dict[str, str]:
    """Give the full address of a page in each language of the interface."""
    addresses = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            addresses[code] = f"{settings.ROOM_ADDRESS}{reverse(name, kwargs=parts)}"
    return addresses
