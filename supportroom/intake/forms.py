"""What people type about a document on its way in, as plain values."""

import re
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.files.cleaning import Cleaned, read_cleaned
from supportroom.files.forms import UploadField
from supportroom.files.vocabulary import DOCX, MARKDOWN, PDF, TEXT
from supportroom.intake.dating import language_of
from supportroom.intake.models import Intake, IntakeGroup
from supportroom.kernel.errors import DomainError
from supportroom.reading.source import Source
from supportroom.register.forms.keeping import DocumentForm
from supportroom.register.forms.placing import ADDRESSEES, PILLAR, THEMES, Lists
from supportroom.room.queries import languages_spoken
from supportroom.web.language_fields import LineField, ProseField

_READ: Final = (PDF, DOCX, TEXT, MARKDOWN)
_PLACED = (PILLAR, ADDRESSEES, THEMES)
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")


class BringForm(forms.Form):
    """A file, and the language it is written in."""

    file = UploadField(
        label=_("Document"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.txt,.text,.md,.markdown"}),
        help_text=_("PDF, Word (.docx), text (.txt) or Markdown (.md), up to 20 MB. Choose a name that names nobody."),
    )
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the room's languages."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [("", _("as the document seems")), *languages_spoken().items()]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the document; what cannot be read is said at the file."""
        values = super().clean() or self.cleaned_data
        file = values.get("file")
        if file is None:
            return values
        try:
            source = _read(file)
        except DomainError as error:
            self.add_error("file", error.wording)
            return values
        language = values.get("language") or language_of([line.text for line in source.lines])
        return {"file": file, "source": source, "language": language}


def _read(file: Cleaned) -> Source:
    if file.kind not in _READ:
        raise DomainError("reading.source_kind")
    return read_cleaned(file)


class ItemForm(forms.Form):
    """An item's words."""

    text = ProseField(
        label=_("Words"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("To make several recommendations of it, put an empty line between them and split."),
    )

    def texts(self) -> list[str]:
        """Give what an empty line parts; call it once the form is valid."""
        return [part.strip() for part in _EMPTY_LINE.split(self.cleaned_data["text"])]


class PlaceForm(forms.Form):
    """Under what the recommendations of a list stand, and to whom they go."""

    heading = LineField(label=_("Heading"), max_length=500, required=False)

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        """Take what the room has."""
        super().__init__(*args, **kwargs)
        self.lists = lists
        self.fields.update({name: field for name, field in lists.fields().items() if name in _PLACED})

    def clean(self) -> dict[str, Any]:
        """Give the fields as the action takes them."""
        values = super().clean() or self.cleaned_data
        placed = self.lists.things(values)
        return {"heading": values.get("heading", ""), **{name: placed[name] for name in _PLACED}}

    @staticmethod
    def values_of(group: IntakeGroup) -> dict[str, Any]:
        """Give a list's values as the form shows them."""
        chosen = {ADDRESSEES: [str(key) for key in group.addressees], THEMES: group.themes}
        return {"heading": group.heading, PILLAR: str(group.pillar_id or ""), **chosen}


class RecordForm(DocumentForm):
    """What the document is, and where those recommendations stand whose list says nothing of its own."""

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        """Take what the room has."""
        super().__init__(*args, **kwargs)
        self.lists = lists
        self.fields.update({name: field for name, field in lists.fields().items() if name in _PLACED})

    def clean(self) -> dict[str, Any]:
        """Give the fields as the action takes them."""
        values = super().clean() or self.cleaned_data
        placed = self.lists.things(values)
        return {**values, **{name: placed[name] for name in _PLACED}}


def seems(intake: Intake) -> str:
    """Give the language that a recorded document will have, if the room speaks it."""
    return intake.language if intake.language in languages_spoken() else next(iter(languages_spoken()), "en")
