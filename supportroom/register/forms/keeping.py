"""Recommendations amended, addressed and brought together; earlier documents, addressees and themes."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.people.models import Person
from supportroom.register.forms.placing import ADDRESSEES, GOALS, PILLAR, THEMES, Lists, keys_of, precision_field
from supportroom.register.models import Addressee, Demand, Document, Recommendation, Theme
from supportroom.register.vocabulary import ADDRESSEE_KINDS, BONDS, DOCUMENT_KINDS, SAME
from supportroom.room.queries import languages_spoken
from supportroom.rounds.models import Round
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField


def _rounds() -> dict[str, Round]:
    return {str(each.pk): each for each in Round.objects.order_by("-starts_on")}


def _round_field(rounds: dict[str, Round]) -> forms.ChoiceField:
    language = get_language() or "en"
    named = [(key, str(each.title.said_in(language))) for key, each in rounds.items()]
    return forms.ChoiceField(label=_("Round of the room"), required=False, choices=[("", _("none of them")), *named])


class AmendForm(SpeakingForm):
    """Under what a recommendation stands."""

    heading = WordsField(label=_("Under what heading it stood"), longest=500, required=False)
    asked_on = DayField(label=_("Asked on"))
    precision = precision_field()
    place = LineField(label=_("Page or paragraph"), max_length=60, required=False)

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        """Take what the room has."""
        super().__init__(*args, **kwargs)
        self.lists, self.rounds = lists, _rounds()
        self.fields["round"] = _round_field(self.rounds)
        self.fields.update({name: field for name, field in lists.fields().items() if name != ADDRESSEES})

    def clean(self) -> dict[str, Any]:
        """Give the fields as the action takes them."""
        values = super().clean() or self.cleaned_data
        placed = self.lists.things(values)
        chosen = {name: placed[name] for name in (PILLAR, THEMES, GOALS)}
        return {**values, **chosen, "round": self.rounds.get(values.get("round") or "")}

    @staticmethod
    def values_of(recommendation: Recommendation) -> dict[str, Any]:
        """Give a recommendation's values as the form shows them."""
        plain = {name: getattr(recommendation, name) for name in ("heading", "asked_on", "precision", "place")}
        return {**plain, **keys_of(recommendation), "round": str(recommendation.round_id or "")}


class AddressForm(forms.Form):
    """To whom a recommendation is addressed."""

    def __init__(self, *args: Any, lists: Lists, **kwargs: Any) -> None:
        """Take what the room has."""
        super().__init__(*args, **kwargs)
        self.lists = lists
        self.fields[ADDRESSEES] = lists.fields()[ADDRESSEES]

    def clean_addressees(self) -> list[Addressee]:
        """Give the addressees themselves."""
        chosen: list[Addressee] = self.lists.things(self.cleaned_data)[ADDRESSEES]
        return chosen


class TogetherForm(SpeakingForm):
    """Recommendations that go into one demand with the one at hand."""

    title = WordsField(label=_("What all of them ask for"), longest=300)
    bond = forms.ChoiceField(
        label=_("Those that come in"), choices=list(BONDS.items()), widget=forms.RadioSelect, initial=SAME
    )

    def __init__(self, *args: Any, own: Recommendation, listed: Sequence[Recommendation], **kwargs: Any) -> None:
        """Take the recommendation at hand, and those that can be ticked."""
        super().__init__(*args, **kwargs)
        self.own = own
        self.listed = {str(each.pk): each for each in listed}
        self.fields["others"] = forms.MultipleChoiceField(
            choices=[(key, key) for key in self.listed], required=False, label=_("Recommendations")
        )

    def clean(self) -> dict[str, Any]:
        """Give what the action takes."""
        values = super().clean() or self.cleaned_data
        others = [self.listed[key] for key in values.pop("others", [])]
        return {**values, "recommendations": [self.own, *others]}


class DemandForm(SpeakingForm):
    """The title of a demand."""

    title = WordsField(label=_("What all of them ask for"), longest=300)

    @staticmethod
    def values_of(demand: Demand) -> dict[str, Any]:
        """Give a demand's values as the form shows them."""
        return {"title": demand.title}


class DocumentForm(SpeakingForm):
    """A text of earlier years."""

    title = WordsField(label=_("Title"), longest=300)
    kind = forms.ChoiceField(label=_("What it is"), choices=list(DOCUMENT_KINDS.items()))
    dated_on = DayField(label=_("Date"))
    precision = precision_field()
    by = WordsField(label=_("Who wrote or held it"), longest=300, required=False)
    link = forms.URLField(label=_("Web address"), required=False, max_length=500, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what every speaking form takes."""
        super().__init__(*args, **kwargs)
        self.rounds = _rounds()
        self.fields["language"] = _language_field()
        self.fields["round"] = _round_field(self.rounds)

    def clean(self) -> dict[str, Any]:
        """Give the fields as the action takes them."""
        values = super().clean() or self.cleaned_data
        return {**values, "round": self.rounds.get(values.get("round") or "")}

    @staticmethod
    def values_of(document: Document) -> dict[str, Any]:
        """Give a document's values as the form shows them."""
        names = ("title", "kind", "dated_on", "precision", "by", "link", "language")
        return {name: getattr(document, name) for name in names} | {"round": str(document.round_id or "")}


def _language_field() -> forms.ChoiceField:
    return forms.ChoiceField(label=_("Language"), choices=list(languages_spoken().items()))


class AddresseeForm(SpeakingForm):
    """A body that recommendations are addressed to."""

    name = WordsField(label=_("Name"), longest=200)
    kind = forms.ChoiceField(label=_("What it is"), choices=list(ADDRESSEE_KINDS.items()))
    address = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("Letters go there. The team alone reads it.")
    )
    answer_days = forms.IntegerField(
        label=_("Days in which an answer is due"),
        required=False,
        min_value=7,
        max_value=730,
        help_text=_("If you leave this empty, the charter's number counts."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what every speaking form takes."""
        super().__init__(*args, **kwargs)
        self.fields["language"] = _language_field()
        self.fields["language"].label = _("Language of its letters")

    @staticmethod
    def values_of(addressee: Addressee) -> dict[str, Any]:
        """Give an addressee's values as the form shows them."""
        return {name: getattr(addressee, name) for name in ("name", "kind", "language", "address", "answer_days")}


class RepresentativeForm(forms.Form):
    """Who answers for an addressee."""

    def __init__(self, *args: Any, persons: Iterable[tuple[Person, str]], **kwargs: Any) -> None:
        """Take who can be chosen, each with the name that the reader may read."""
        super().__init__(*args, **kwargs)
        listed = list(persons)
        self.persons = {str(person.pk): person for person, _name in listed}
        choices = [("", _("choose …")), *((str(person.pk), name) for person, name in listed)]
        self.fields["person"] = forms.ChoiceField(label=_("Person"), choices=choices)

    def clean_person(self) -> Person:
        """Give the person."""
        return self.persons[self.cleaned_data["person"]]


class ThemeForm(SpeakingForm):
    """A cross-cutting theme of the room's own."""

    name = WordsField(label=_("Name of the theme"), longest=80)

    @staticmethod
    def values_of(theme: Theme) -> dict[str, Any]:
        """Give a theme's values as the form shows them."""
        return {"name": theme.name}
