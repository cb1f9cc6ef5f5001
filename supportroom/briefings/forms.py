"""What people type about briefings, as plain values."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.briefings.models import Briefing, Passage
from supportroom.briefings.vocabulary import LONGEST_QUOTATION, LONGEST_TEXT, VERDICTS
from supportroom.files.cleaning import Cleaned, read_cleaned
from supportroom.files.forms import UploadField
from supportroom.files.vocabulary import DOCX
from supportroom.kernel.errors import DomainError
from supportroom.kernel.ids import spell
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

FURTHER_LANGUAGES = {"en": "English", "ar": "العربية", "fr": "Français", "es": "Español", "ru": "Русский", "zh": "中文"}


class BriefingForm(SpeakingForm):
    """A briefing: when, under what symbol, and its words, pasted or in a file."""

    given_on = DayField(label=_("Given on"))
    symbol = LineField(
        label=_("Meeting symbol"), max_length=40, required=False, help_text=_("As the record bears it: S/PV.9345.")
    )
    title = WordsField(label=_("Title"), longest=300, required=False)
    link = forms.URLField(
        label=_("Where it can be read"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("The address of the record or of the press statement."),
    )
    text = ProseField(
        label=_("The text"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_("The whole briefing, one blank line between paragraphs. It is cut into passages by itself."),
    )
    file = UploadField(
        label=_("Or a file with the text"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt,.md"}),
        help_text=_("PDF, Word (.docx) or text (.txt, .md). Only its words are kept."),
    )

    def __init__(self, *args: Any, languages: Mapping[str, str], with_text: bool = True, **kwargs: Any) -> None:
        """Take the room's languages; without `with_text` the text stays as it is."""
        super().__init__(*args, languages=languages, **kwargs)
        choices = list({**FURTHER_LANGUAGES, **languages}.items())
        self.fields["language"] = forms.ChoiceField(label=_("Language of the text"), choices=choices)
        self.order_fields(("given_on", "symbol", "title", "link", "language", "text", "file"))
        if not with_text:
            del self.fields["text"], self.fields["file"]

    def clean(self) -> dict[str, Any]:
        """Give the text, read out of the file where one was brought; the box then holds it as well."""
        values = super().clean() or self.cleaned_data
        file: Cleaned | None = values.pop("file", None)
        if file is not None:
            try:
                values["text"] = words_of(file)
            except DomainError as error:
                self.add_error("file", error.wording)
            else:
                self._put_into_box(values["text"])
        elif "text" in self.fields and not values.get("text") and not self.errors and not self.initial.get("text"):
            self.add_error("text", _("Paste the text, or choose a file."))
        return values

    def _put_into_box(self, text: str) -> None:
        """Show what a file holds where it could have been pasted: the file itself does not come a second time."""
        self.data = {name: self.data[name] for name in self.data} | {self.add_prefix("text"): text}

    @staticmethod
    def values_of(briefing: Briefing) -> dict[str, Any]:
        """Give a briefing's values as the form shows them."""
        names = ("given_on", "symbol", "title", "link", "language")
        text = "\n\n".join(briefing.passages.values_list("text", flat=True))
        return {**{name: getattr(briefing, name) for name in names}, "text": text}


def words_of(file: Cleaned) -> str:
    """Give the words of a document, paragraph by paragraph; DomainError `reading.*` for what has none."""
    source = read_cleaned(file)
    between = "\n\n" if file.kind == DOCX else "\n"
    return between.join(line.text for line in source.lines).strip()


class PassageField(forms.ChoiceField):
    """One of a briefing's passages; cleaned to the passage itself."""

    widget = forms.RadioSelect

    def __init__(self, passages: Sequence[Passage], **kwargs: Any) -> None:
        """Take the passages that can be chosen."""
        self.passages = {spell(passage.pk): passage for passage in passages}
        choices = [(key, str(passage.number)) for key, passage in self.passages.items()]
        super().__init__(choices=choices, **kwargs)

    def clean(self, value: Any) -> Passage | None:
        """Give the passage."""
        return self.passages.get(super().clean(value))


class ReadingForm(SpeakingForm):
    """What a briefing says of one recommendation."""

    verdict = forms.ChoiceField(
        label=_("What the briefing says of it"),
        choices=list(VERDICTS.items()),
        error_messages={"required": _("Press what the briefing says of it: reflected, partly reflected, or absent.")},
    )
    quotation = ProseField(
        label=_("Quotation"),
        required=False,
        max_length=LONGEST_QUOTATION,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Copied from the text. Left empty, the whole passage that you chose is quoted."),
    )
    note = WordsField(label=pgettext_lazy("reading of a briefing", "Note"), longest=1000, rows=2, required=False)

    def __init__(self, *args: Any, passages: Sequence[Passage], **kwargs: Any) -> None:
        """Take the briefing's passages."""
        super().__init__(*args, **kwargs)
        self.fields["passage"] = PassageField(passages, label=_("Passage"), required=False)


class SecondReadingForm(SpeakingForm):
    """What another person reads: the same, or something else."""

    verdict = forms.ChoiceField(label=_("What the briefing says of it"), choices=list(VERDICTS.items()))
    note = WordsField(label=_("Why you read it differently"), longest=1000, rows=2, required=False)


class SendForm(SpeakingForm):
    """Some words that go with the list of what was absent."""

    words = WordsField(label=_("Words to the office"), longest=2000, rows=4, required=False)
