"""Form fields for what people write: one line, several lines, or one text in each of the room's languages.

A form with a `WordsField` derives from `SpeakingForm` and is given the languages, `{"ar": "العربية", "en": "English"}`;
what it cleans is a MultilingualText. An `initial` text is kept as far as it was not typed over: a new original leaves
translations that were not touched out of date.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.hygiene import clean_line, clean_text
from supportroom.kernel.multilingual import CURRENT, MultilingualText, direction_of


class LineField(forms.CharField):
    """One line, without hidden controls."""

    def to_python(self, value: Any) -> str:
        """Clean what was typed."""
        return clean_line(super().to_python(value) or "")


class ProseField(forms.CharField):
    """Several lines, without hidden controls."""

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        """Clean what was typed."""
        return clean_text(super().to_python(value) or "")


class WordsWidget(forms.MultiWidget):
    """One box a language, each with the language's name above it."""

    use_fieldset = True

    def __init__(self, *, rows: int) -> None:
        """Take the height of each box; one row makes it a line."""
        self.rows = rows
        self.languages: dict[str, str] = {}
        self.held = ""
        super().__init__({})

    def speak(self, languages: Mapping[str, str]) -> None:
        """Make a box for each language."""
        self.languages = dict(languages)
        kind = forms.TextInput() if self.rows == 1 else forms.Textarea(attrs={"rows": self.rows})
        self.widgets = [kind for _code in languages]
        self.widgets_names = [f"_{code}" for code in languages]

    def hold(self, language: str) -> None:
        """Let the words of one language be read, not typed over."""
        self.held = language

    def decompress(self, value: Any) -> list[str]:
        """Give each language its words."""
        text = value if isinstance(value, MultilingualText) else MultilingualText()
        return [text.texts.get(code, "") for code in self.languages]

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        """Write the boxes below each other, each with its own label, language and direction."""
        values = value if isinstance(value, list) else self.decompress(value)
        own = {key: word for key, word in (attrs or {}).items() if key not in {"id", "dir", "lang"}}
        base = (attrs or {}).get("id", f"id_{name}")
        boxes = []
        for at, (code, label) in enumerate(self.languages.items()):
            ident = f"{base}_{code}"
            words = values[at] if at < len(values) else ""
            box = {**own, "id": ident, "lang": code, "dir": direction_of(code), "readonly": code == self.held}
            boxes.append((ident, code, label, self.widgets[at].render(f"{name}_{code}", words, box, renderer)))
        label = '<p class="words__side"><label class="field__help" for="{}" lang="{}">{}</label>{}</p>'
        return format_html('<div class="words" id="{}">{}</div>', base, format_html_join("", label, boxes))


class WordsField(forms.MultiValueField):
    """A text in each of the languages; one of them is enough. `longest` counts the characters of one wording."""

    widget: WordsWidget
    default_error_messages = {"too_long": _("Shorten this to %(limit)s characters: %(language)s.")}

    def __init__(self, *, longest: int, rows: int = 1, **kwargs: Any) -> None:
        """Take the longest wording, and the height of the boxes (one row: single lines)."""
        self.longest, self.rows = longest, rows
        self.before = MultilingualText()
        kwargs.setdefault("widget", WordsWidget(rows=rows))
        super().__init__(fields=(), require_all_fields=False, **kwargs)

    def speak(self, languages: Mapping[str, str], before: Any) -> None:
        """Write in these languages, starting from an earlier text."""
        self.before = before if isinstance(before, MultilingualText) else MultilingualText()
        self.widget.speak(languages)
        kind = LineField if self.rows == 1 else ProseField
        self.fields = tuple(kind(required=False) for _code in languages)

    def validate(self, value: Any) -> None:
        """Refuse a text that is empty once it is cleaned, where one is required."""
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def compress(self, data_list: Sequence[str]) -> MultilingualText:
        """Put the wordings together; ValidationError `too_long` names the language."""
        typed = dict.fromkeys(self.widget.languages, "") | dict(zip(self.widget.languages, data_list, strict=False))
        for code, words in typed.items():
            if len(words) > self.longest:
                raise ValidationError(
                    self.error_messages["too_long"],
                    code="too_long",
                    params={"limit": self.longest, "language": self.widget.languages[code]},
                )
        return said_anew(self.before, typed)


def said_anew(before: MultilingualText, typed: Mapping[str, str]) -> MultilingualText:
    """Give a text with what was typed in each language: translations typed anew are current, emptied ones are gone.

    Without an original yet, it is the reader's language where that was filled in, else the first that was.
    """
    filled = [code for code, words in typed.items() if words]
    original = before.original if typed.get(before.original, "") else ""
    if not original and filled:
        original = get_language() or ""
        original = original if original in filled else filled[0]
    text = before if original == before.original else MultilingualText(original, before.texts, before.states)
    for code in sorted(typed, key=lambda each: each != original):
        if typed[code] != before.texts.get(code, ""):
            text = text.reworded(code, typed[code], state=CURRENT)
    return _without_empty(text)


def _without_empty(text: MultilingualText) -> MultilingualText:
    texts = {code: words for code, words in text.texts.items() if words}
    states = {code: state for code, state in text.states.items() if code in texts and code != text.original}
    return MultilingualText(text.original if texts else "", texts, states)


class SpeakingForm(forms.Form):
    """A form whose `WordsField`s speak the room's languages."""

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages by code with their own names; the reader's comes first."""
        super().__init__(*args, **kwargs)
        here = self.language = get_language() or ""
        ordered = dict(sorted(languages.items(), key=lambda pair: pair[0] != here))
        for name, field in self.fields.items():
            if isinstance(field, WordsField):
                field.speak(ordered, self.get_initial_for_field(field, name))
