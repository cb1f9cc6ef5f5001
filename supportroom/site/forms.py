"""Forms of publication."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.multilingual import MultilingualText
from supportroom.web.language_fields import LineField


class PublishForm(forms.Form):
    """In which languages a report is published; a correction says what it corrects, in each of them."""

    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=list(settings.LANGUAGES), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], is_correction: bool, **kwargs: Any) -> None:
        """Offer the languages in which nothing is missing; ask for a note in each when this is a correction."""
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = choices  # type: ignore[attr-defined]
        self.fields["languages"].initial = [code for code, _name in choices]
        self.codes = [code for code, _name in choices] if is_correction else []
        for code, name in choices if is_correction else []:
            label = _("What is corrected (%(language)s)") % {"language": name}
            self.fields[f"note_{code}"] = forms.CharField(label=label, max_length=2000, widget=forms.Textarea)

    def note(self) -> MultilingualText:
        """Give the note as one text in all its languages."""
        text = MultilingualText()
        for code in self.codes:
            text = text.reworded(code, self.cleaned_data[f"note_{code}"])
        return text


class LinkForm(forms.Form):
    """To whom a link for the press is handed."""

    handed_to = LineField(
        label=_("Newspaper, station, agency"),
        max_length=200,
        help_text=_("It stands on the page that the link opens, so that a link passed on tells whose it was."),
    )
