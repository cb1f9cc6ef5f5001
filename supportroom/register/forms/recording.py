"""Paragraphs chosen out of a text and placed, all at once or each for itself; a recommendation written in by hand."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.register.forms.placing import ADDRESSEES, GOALS, PILLAR, THEMES, Lists, precision_field
from supportroom.register.likeness import alike
from supportroom.register.pieces import Part, Piece
from supportroom.register.recording import Ask
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField

PLACED = (PILLAR, ADDRESSEES, THEMES, GOALS)


class ChooseForm(forms.Form):
    """Which paragraphs are recorded, since when it is asked, and where all of them stand if nothing else is said."""

    asked_on = DayField(label=_("Asked on"))
    precision = precision_field()

    def __init__(self, *args: Any, parts: Sequence[Part], lists: Lists, **kwargs: Any) -> None:
        """Take what can be chosen in the text, and what the room has."""
        super().__init__(*args, **kwargs)
        self.fields.update(lists.fields())
        self.fields[PILLAR].help_text = _("For those that bring none of their own.")
        self.open = {piece.key: piece for part in parts for piece in part.pieces if piece.recorded is None}
        self.fields["pieces"] = forms.MultipleChoiceField(
            choices=[(key, key) for key in self.open],
            error_messages={"required": _("Choose at least one paragraph.")},
            label=_("Paragraphs"),
        )

    def chosen(self) -> list[Piece]:
        """Give the pieces that were chosen, in the text's order; call it once the form is valid."""
        wanted = set(self.cleaned_data["pieces"])
        return [piece for key, piece in self.open.items() if key in wanted]

    def placed_at_first(self) -> dict[str, Any]:
        """Give where each chosen piece stands to begin with: in its own pillar, else where all of them do."""
        values = self.cleaned_data
        start: dict[str, Any] = {"asked_on": values["asked_on"], "precision": values["precision"]}
        for piece in self.chosen():
            start |= {f"{name}_{piece.key}": values[name] for name in PLACED}
            start[f"{PILLAR}_{piece.key}"] = str(piece.pillar_id or "") or values[PILLAR]
        return start


class EachForm(forms.Form):
    """Where each of the chosen paragraphs stands; what is recorded in the end."""

    asked_on = DayField(widget=forms.HiddenInput(), label=_("Asked on"))
    precision = precision_field(widget=forms.HiddenInput())

    def __init__(self, *args: Any, pieces: Sequence[Piece], lists: Lists, **kwargs: Any) -> None:
        """Take the pieces that were chosen, and what the room has."""
        super().__init__(*args, **kwargs)
        self.pieces, self.lists = list(pieces), lists
        for piece in self.pieces:
            self.fields.update({f"{name}_{piece.key}": field for name, field in lists.fields().items()})

    def rows(self) -> list[tuple[Piece, dict[str, forms.BoundField]]]:
        """Give each piece with its fields by name."""
        return [(piece, {name: self[f"{name}_{piece.key}"] for name in PLACED}) for piece in self.pieces]

    def clean(self) -> dict[str, Any]:
        """Give what the action takes."""
        values = super().clean() or self.cleaned_data
        if "asked_on" not in values or "precision" not in values:
            return values
        return {"entries": [self._ask(piece, values) for piece in self.pieces]}

    def _ask(self, piece: Piece, values: Mapping[str, Any]) -> Ask:
        placed = self.lists.things({name: values.get(f"{name}_{piece.key}") or "" for name in PLACED})
        return Ask(
            text=piece.text,
            heading=piece.heading,
            asked_on=values["asked_on"],
            precision=values["precision"],
            paragraph=piece.paragraph,
            point=piece.point,
            place=piece.number,
            **placed,
        )


class HandForm(SpeakingForm):
    """A recommendation of an earlier document, written in by hand."""

    text = WordsField(label=_("What is asked for"), longest=5000, rows=4)
    heading = WordsField(label=_("Under what heading it stood"), longest=500, required=False)
    place = LineField(label=_("Page or paragraph"), max_length=60, required=False)
    asked_on = DayField(label=_("Asked on"))
    precision = precision_field()

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        """Take what the room has."""
        super().__init__(*args, **kwargs)
        self.lists = lists
        self.fields.update(lists.fields())
        self.alike: list[Any] = []
        if self.is_bound and "again" in self.data:
            self._ask_again()

    def _ask_again(self) -> None:
        self.fields["again"] = forms.BooleanField(label=_("Record it all the same"), required=False)

    def clean(self) -> dict[str, Any]:
        """Give what the action takes; where a text like this stands already, ask first."""
        values = super().clean() or self.cleaned_data
        again = values.pop("again", False)
        if self.errors:
            return values
        self.alike = alike([values["text"]])[0]
        if self.alike and not again:
            self._ask_again()
            self.add_error(None, _("A text like this stands in the register already. Look at it first."))
            return values
        placed = self.lists.things(values)
        words = {name: values[name] for name in ("text", "heading", "place", "asked_on", "precision")}
        return {"entries": [Ask(**words, **placed)]}


def first_values(day: date, precision: str, addressees: Sequence[Any] = ()) -> dict[str, Any]:
    """Give what a form begins with: the text's own date and addressees."""
    return {"asked_on": day, "precision": precision, ADDRESSEES: [str(each.pk) for each in addressees]}
