"""Forms of the library: they parse to the plain values that the actions take."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.files.forms import UploadField
from supportroom.kernel.errors import DomainError
from supportroom.library.describing import web_address
from supportroom.library.identifiers import day_in_words, plain_day, plain_doi, plain_isbn
from supportroom.library.models import Source
from supportroom.library.names import names_in_words, read_names
from supportroom.library.vocabulary import FIELD_NAMES, LANGUAGE_NAMES, REPORT, SOURCE_KINDS, STYLES
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, ProseField

_NAMES_HELP = _("One a line: family name, comma, given name. An institution as it is called, without a comma.")


def _read(reader: Callable[[str], Any], words: str) -> Any:
    try:
        return reader(words)
    except DomainError as error:
        raise ValidationError(error.wording, code=error.code) from None


class SourceForm(forms.Form):
    """A source's particulars; only its title is needed."""

    title = LineField(label=FIELD_NAMES["title"], max_length=500)
    kind = forms.ChoiceField(label=FIELD_NAMES["kind"], choices=list(SOURCE_KINDS.items()), initial=REPORT)
    authors = ProseField(
        label=FIELD_NAMES["authors"], required=False, widget=forms.Textarea(attrs={"rows": 2}), help_text=_NAMES_HELP
    )
    issued = LineField(label=FIELD_NAMES["issued"], max_length=20, required=False, help_text="2021, 2021-03-05")
    language = forms.ChoiceField(
        label=_("Language of the source"), required=False, choices=[("", _("not said")), *LANGUAGE_NAMES.items()]
    )
    container = LineField(label=FIELD_NAMES["container"], max_length=300, required=False)
    volume = LineField(label=FIELD_NAMES["volume"], max_length=30, required=False)
    issue = LineField(label=FIELD_NAMES["issue"], max_length=30, required=False)
    pages = LineField(label=FIELD_NAMES["pages"], max_length=40, required=False)
    publisher = LineField(label=FIELD_NAMES["publisher"], max_length=200, required=False)
    place = LineField(label=FIELD_NAMES["place"], max_length=120, required=False)
    number = LineField(label=FIELD_NAMES["number"], max_length=60, required=False)
    doi = LineField(label=FIELD_NAMES["doi"], max_length=200, required=False)
    isbn = LineField(label=FIELD_NAMES["isbn"], max_length=30, required=False)
    address = LineField(label=FIELD_NAMES["address"], max_length=500, required=False)
    accessed_on = DayField(label=FIELD_NAMES["accessed_on"], required=False)
    editors = ProseField(label=FIELD_NAMES["editors"], required=False, widget=forms.Textarea(attrs={"rows": 2}))
    abstract = ProseField(
        label=FIELD_NAMES["abstract"], max_length=6000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    key = LineField(
        label=FIELD_NAMES["key"],
        max_length=60,
        required=False,
        help_text=_("By it the draft cites the source. Left empty, it is made of author and year."),
    )
    again = forms.BooleanField(label=_("This is another source than the one that has the same number."), required=False)

    always = ("title", "kind", "authors", "issued", "language", "container")
    about_the_book = ("volume", "issue", "pages", "publisher", "place", "number", "editors")
    found_at = ("doi", "isbn", "address", "accessed_on")

    def clean_authors(self) -> Any:
        """Give the authors as names."""
        return read_names(self.cleaned_data["authors"])

    def clean_editors(self) -> Any:
        """Give the editors as names."""
        return read_names(self.cleaned_data["editors"])

    def clean_issued(self) -> Any:
        """Give the parts of the day."""
        return _read(plain_day, self.cleaned_data["issued"])

    def clean_doi(self) -> Any:
        """Give the DOI in its one form."""
        return _read(plain_doi, self.cleaned_data["doi"])

    def clean_isbn(self) -> Any:
        """Give the ISBN in its one form."""
        return _read(plain_isbn, self.cleaned_data["isbn"])

    def clean_address(self) -> Any:
        """Give the web address."""
        return _read(web_address, self.cleaned_data["address"])

    @staticmethod
    def values_of(source: Source) -> dict[str, Any]:
        """Give a source's fields as the form shows them."""
        values = {name: getattr(source, name) for name in SourceForm.base_fields if name != "again"}
        for name in ("authors", "editors"):
            values[name] = names_in_words(values[name])
        return {**values, "issued": day_in_words(source.issued)}


class SearchForm(forms.Form):
    """Words to look for, a kind, a language, an order."""

    q = LineField(label=_("Words"), max_length=200, required=False, widget=forms.TextInput(attrs={"type": "search"}))
    kind = forms.ChoiceField(label=FIELD_NAMES["kind"], required=False, choices=[("", _("all")), *SOURCE_KINDS.items()])
    language = forms.ChoiceField(
        label=FIELD_NAMES["language"], required=False, choices=[("", _("all")), *LANGUAGE_NAMES.items()]
    )
    order = forms.ChoiceField(
        label=_("Order"), required=False, choices=[("", _("by key")), ("newest", _("newest first"))]
    )


class NoteForm(forms.Form):
    """A note on a source."""

    text = ProseField(label=_("Your note"), max_length=6000, widget=forms.Textarea(attrs={"rows": 4}))


class FileForm(forms.Form):
    """A source's file."""

    file = UploadField(label=_("File"))


class StyleForm(forms.Form):
    """In which style the bibliography is written."""

    style = forms.ChoiceField(label=_("Style"), choices=list(STYLES.items()), required=False)


class ReferencesForm(forms.Form):
    """A file of references as other programs write it, or the same pasted."""

    file = forms.FileField(label=_("File"), required=False, help_text=_("RIS (.ris) or BibTeX (.bib), up to 2 MB"))
    pasted = forms.CharField(
        label=_("Or paste the references here"), required=False, strip=False, max_length=2 * 1024 * 1024,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "ltr", "spellcheck": "false"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Give the name and the bytes of what was brought."""
        values: Mapping[str, Any] = super().clean() or self.cleaned_data
        file, pasted = values.get("file"), values.get("pasted") or ""
        if file:
            return {"name": file.name, "content": file.read()}
        if pasted.strip():
            return {"name": "", "content": pasted.encode("utf-8", "replace")}
        if not self.errors:
            self.add_error("file", _("Choose a file, or paste the references."))
        return {}
