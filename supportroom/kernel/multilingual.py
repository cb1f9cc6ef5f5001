"""A text in any number of languages: which one is the original, and how each translation stands to it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from supportroom.kernel.arabic import fold

ORIGINAL, MISSING, DRAFT, CURRENT, OUTDATED = "original", "missing", "draft", "current", "outdated"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ku-arab", "syc", "ur"})
LONGEST = 20_000


def direction_of(language: str) -> str:
    """Give `rtl` or `ltr` for a language code."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@dataclass(frozen=True)
class Wording:
    """One language's words of a text, as a page shows them; `state` says how they stand to the original."""

    text: str
    language: str
    state: str

    def __str__(self) -> str:
        """Give the words."""
        return self.text

    @property
    def direction(self) -> str:
        """Give `rtl` or `ltr`."""
        return direction_of(self.language)


@dataclass(frozen=True)
class MultilingualText:
    """A text with its original language, all its wordings, and each translation's state: draft, current, outdated."""

    original: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether anything is written in the original language."""
        return bool(self.texts.get(self.original))

    def __str__(self) -> str:
        """Give the original's words."""
        return self.texts.get(self.original, "")

    def state(self, language: str) -> str:
        """Tell how the wording in this language stands: original, missing, draft, current, outdated."""
        if not self.texts.get(language):
            return MISSING
        return ORIGINAL if language == self.original else self.states.get(language, DRAFT)

    def said_in(self, language: str) -> Wording:
        """Give the words in this language, or the original's where there are none."""
        code = language if self.texts.get(language) else self.original
        return Wording(self.texts.get(code, ""), code, self.state(code))

    def reworded(self, language: str, text: str, *, state: str = CURRENT) -> "MultilingualText":
        """Give this text with new words in one language.

        New words in the original make every current translation outdated; in a translation they get `state`
        (draft or current). The first words ever written make their language the original.
        """
        original = self.original or language
        texts = {**self.texts, language: text}
        states = dict(self.states)
        if language != original:
            states[language] = state
        elif text != self.texts.get(language):
            states = {code: OUTDATED if known == CURRENT else known for code, known in states.items()}
        return MultilingualText(original, texts, states)

    def confirmed(self, language: str) -> "MultilingualText":
        """Give this text with the translation in this language marked as current."""
        return replace(self, states={**self.states, language: CURRENT}) if language != self.original else self

    @property
    def search_text(self) -> str:
        """All wordings, folded, for a search column; the same whichever language was typed first."""
        return " ".join(fold(text) for _language, text in sorted(self.texts.items()) if text)

    def as_json(self) -> dict[str, Any]:
        """Give plain values for JSON."""
        return {"original": self.original, "texts": dict(self.texts), "states": dict(self.states)}


def multilingual(original: str, **texts: str) -> MultilingualText:
    """Build a text from its original language and its wordings by language; every translation given is current."""
    states = {code: CURRENT for code, text in texts.items() if code != original and text}
    return MultilingualText(original, {code: text for code, text in texts.items() if text}, states)


def _from_json(value: Any) -> MultilingualText:
    parts = json.loads(value) if isinstance(value, str) else value or {}
    return MultilingualText(parts.get("original", ""), parts.get("texts", {}), parts.get("states", {}))


class MultilingualField(models.JSONField):
    """A database column that holds a MultilingualText; no wording may be longer than `longest` characters."""

    def __init__(self, *args: Any, longest: int = LONGEST, **kwargs: Any) -> None:
        """Take the longest wording allowed, in characters."""
        self.longest = longest
        kwargs.setdefault("default", MultilingualText)
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Tell migrations how to build this field again."""
        name, path, args, kwargs = super().deconstruct()
        if self.longest != LONGEST:
            kwargs["longest"] = self.longest
        return name, path, args, kwargs

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> MultilingualText:
        """Read the column."""
        return _from_json(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> MultilingualText:
        """Give a MultilingualText for whatever stands for one."""
        return value if isinstance(value, MultilingualText) else _from_json(value)

    def get_prep_value(self, value: Any) -> Any:
        """Give what the column keeps."""
        return super().get_prep_value(self.to_python(value).as_json())

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """Give what the database driver keeps."""
        plain = value.as_json() if isinstance(value, MultilingualText) else value
        return super().get_db_prep_value(plain, connection, prepared)

    def value_to_string(self, obj: Any) -> str:
        """Write the value for a dump."""
        return json.dumps(self.value_from_object(obj).as_json(), ensure_ascii=False)

    def validate(self, value: Any, model_instance: Any) -> None:
        """Refuse wordings that are too long, and an empty text where blank is not allowed."""
        text = self.to_python(value)
        if not text and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        if any(len(words) > self.longest for words in text.texts.values()):
            raise ValidationError("longer than %(limit)s characters", code="too_long", params={"limit": self.longest})
