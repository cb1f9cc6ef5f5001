"""What people type about papers, as plain values."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.multilingual import LONGEST, MultilingualText
from supportroom.papers.importing import ALIGN, APPEND
from supportroom.texts.models import Paragraph
from supportroom.texts.vocabulary import HEADING, PARAGRAPH
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

LEVELS = {
    1: _("a heading"),
    2: _("a heading of the second level"),
    3: _("a heading of the third level"),
    4: _("a heading of the fourth level"),
}
SHAPES = ((PARAGRAPH, _("a numbered paragraph")), *((f"{HEADING}{level}", name) for level, name in LEVELS.items()))
START = "start"
WAYS = (
    (APPEND, _("as new paragraphs at the end")),
    (ALIGN, _("as new words of the paragraphs that stand there; what has no counterpart becomes a new paragraph")),
)
FOOTNOTES = _("A footnote stands where it belongs: [@key, p. 12] cites the library, ^[like this] holds your words.")


class TitleForm(SpeakingForm):
    """A paper's title."""

    title = WordsField(label=_("Title of the paper"), longest=300)


class BeginForm(TitleForm):
    """A new paper: its title and the languages in which it is written and published."""

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the room's languages with their names."""
        super().__init__(*args, languages=languages, **kwargs)
        if len(languages) > 1:
            self.fields["languages"] = forms.MultipleChoiceField(
                label=_("Languages of the paper"),
                choices=list(languages.items()),
                initial=list(languages),
                widget=forms.CheckboxSelectMultiple,
            )


class ShapeField(forms.ChoiceField):
    """A paragraph, or a heading of some level; cleaned to both."""

    def __init__(self, **kwargs: Any) -> None:
        """Offer what a piece of text can be."""
        super().__init__(choices=SHAPES, initial=PARAGRAPH, **kwargs)


def shape_in(word: str) -> dict[str, Any]:
    """Give kind and level of what was chosen."""
    if word.startswith(HEADING):
        return {"kind": HEADING, "level": int(word[len(HEADING) :])}
    return {"kind": PARAGRAPH, "level": 1}


def shape_word(paragraph: Paragraph) -> str:
    """Give the choice that a paragraph is."""
    return f"{HEADING}{min(paragraph.level, max(LEVELS))}" if paragraph.kind == HEADING else PARAGRAPH


class AddForm(SpeakingForm):
    """A new paragraph."""

    shape = ShapeField(label=_("What it is"))
    content = WordsField(
        label=_("Words"),
        longest=LONGEST,
        rows=8,
        help_text=_(
            "A footnote stands where it belongs: [@key, p. 12] cites the library, ^[like this] holds your words."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """Give the content, with kind and level."""
        values = super().clean() or self.cleaned_data
        return {"content": values.get("content"), **shape_in(values.get("shape") or PARAGRAPH)}


class ShapeForm(forms.Form):
    """What a paragraph is."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    shape = ShapeField(label=_("What it is"))

    def clean(self) -> dict[str, Any]:
        """Give kind and level, and the version that was seen."""
        values = super().clean() or self.cleaned_data
        return {"seen": values.get("seen"), **shape_in(values.get("shape") or PARAGRAPH)}


class MoveForm(forms.Form):
    """After which paragraph this one should stand."""

    def __init__(self, *args: Any, places: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        """Take the paragraphs after which it can stand, by id, each with its number and first words."""
        super().__init__(*args, **kwargs)
        choices = [(START, _("at the very beginning")), *places]
        self.fields["after"] = forms.ChoiceField(label=_("Put it after"), choices=choices)


class SplitForm(forms.Form):
    """A paragraph in its languages; an empty line parts it."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, content: MultilingualText, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the text and the languages in which there are words."""
        super().__init__(*args, **kwargs)
        self.content = content
        self.codes = [code for code in languages if content.texts.get(code)]
        for code in self.codes:
            self.fields[f"text_{code}"] = ProseField(
                label=languages[code],
                max_length=LONGEST,
                required=code == content.original,
                initial=content.texts[code],
                widget=forms.Textarea(attrs={"rows": 12}),
            )

    def clean(self) -> dict[str, Any]:
        """Give the parts, each in the languages that have it; how each translation stands goes over to its parts."""
        values = super().clean() or self.cleaned_data
        pieces = {code: parted(values.get(f"text_{code}", "")) for code in self.codes}
        count = max([len(found) for found in pieces.values()], default=0)
        return {"seen": values.get("seen"), "parts": [self._part(pieces, at) for at in range(count)]}

    def _part(self, pieces: Mapping[str, Sequence[str]], at: int) -> MultilingualText:
        texts = {code: found[at] for code, found in pieces.items() if at < len(found)}
        states = {code: self.content.state(code) for code in texts if code != self.content.original}
        return MultilingualText(self.content.original, texts, states)


def parted(text: str) -> list[str]:
    """Divide a text at its empty lines."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


class FileForm(forms.Form):
    """A file with a text, or a text pasted in; its language, and how it is brought in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".docx,.md,.txt"}),
        help_text=_("Word (.docx), Markdown or plain text, up to 5 MB. Who wrote the file is not read."),
    )
    pasted = forms.CharField(
        label=_("Or paste the text"), required=False, widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )
    way = forms.ChoiceField(label=_("How it is brought in"), choices=WAYS, initial=APPEND, widget=forms.RadioSelect)

    def __init__(self, *args: Any, languages: Mapping[str, str], writes: bool = True, **kwargs: Any) -> None:
        """Take the languages that can be chosen; who does not write the paper brings in words for what stands there."""
        super().__init__(*args, **kwargs)
        if not writes:
            self.fields["way"] = forms.ChoiceField(choices=WAYS[1:], initial=ALIGN, widget=forms.HiddenInput)
        self.fields["language"] = forms.ChoiceField(label=_("Language of the text"), choices=list(languages.items()))

    def clean(self) -> dict[str, Any]:
        """Give name and bytes of what was brought."""
        given = super().clean() or {}
        file, pasted = given.get("file"), given.get("pasted", "")
        if file is None and not pasted.strip() and not self.errors:
            self.add_error("file", _("Choose a file, or paste the text."))
        given["name"] = file.name if file else "pasted.md"
        given["content"] = file.read() if file else pasted.encode("utf-8", "replace")
        return given


class KeepForm(forms.Form):
    """The name of a version that is kept."""

    name = LineField(label=_("Name of the version"), max_length=120)
