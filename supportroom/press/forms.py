"""Forms of the press pack: they parse to the plain values that the actions take."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.people.models import Person
from supportroom.press.models import PressPack
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField


class SummaryForm(SpeakingForm):
    """The summary that stands before the paper and goes to the press."""

    summary = WordsField(
        longest=4000,
        rows=8,
        label=_("Summary"),
        help_text=_("What the paper says and asks for, for somebody who will read nothing else."),
    )

    @staticmethod
    def values_of(pack: PressPack) -> dict[str, Any]:
        """Give the summary as the form shows it."""
        return {"summary": pack.summary}


class LetterForm(SpeakingForm):
    """The letter that asks for an article."""

    letter = WordsField(
        longest=4000,
        rows=10,
        label=_("Letter"),
        help_text=_("The approved summary and the embargo are added below it."),
    )

    @staticmethod
    def values_of(pack: PressPack) -> dict[str, Any]:
        """Give the letter as the form shows it."""
        return {"letter": pack.letter}


class EmbargoForm(forms.Form):
    """Until when nothing may be published, by the clock of one zone; left empty there is no embargo."""

    day = DayField(label=_("Not before the day"), required=False)
    hour = HourField(label=_("and hour"), required=False)

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        """Take the zone whose clock counts."""
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["hour"].help_text = _("by the clock of %(city)s") % {"city": city(zone)}

    @staticmethod
    def values_of(pack: PressPack) -> dict[str, Any]:
        """Give the embargo as the form shows it."""
        if pack.embargo_until is None:
            return {"day": None, "hour": None}
        wall = wall_time_of(pack.embargo_until, pack.time_zone)
        return {"day": wall.date(), "hour": wall.time()}

    def clean(self) -> dict[str, Any]:
        """Give `embargo_until` and `time_zone` instead of day and hour."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        day, hour = values.get("day"), values.get("hour")
        if bool(day) != bool(hour):
            self.add_error("hour" if day else "day", _("Give both a day and an hour, or neither."))
            return values
        return {"embargo_until": self._instant(day, hour) if day else None, "time_zone": self.zone}

    def _instant(self, day: Any, hour: Any) -> datetime | None:
        found = instants_of(day, hour, self.zone)
        if not found:
            self.add_error("hour", _("On this day the clock jumps over this hour: it does not exist. Choose another."))
            return None
        return found[-1]


class QuotationForm(SpeakingForm):
    """Words to be offered to somebody as a quotation of theirs."""

    person = forms.TypedChoiceField(label=_("Whose words"), coerce=int)
    text = WordsField(longest=1000, rows=3, label=_("Words"), help_text=_("Only they can let them be quoted."))

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        """Take the people who can be asked."""
        super().__init__(*args, **kwargs)
        self.people = {person.pk: person for person in people}
        self.fields["person"].choices = [(pk, person.name) for pk, person in self.people.items()]  # type: ignore[attr-defined]

    def clean_person(self) -> Person:
        """Give the person."""
        return self.people[self.cleaned_data["person"]]


class ContactForm(forms.Form):
    """Somebody at a newspaper."""

    name = LineField(label=_("Name"), max_length=200)
    outlet = LineField(label=_("Newspaper, station, agency"), max_length=200)
    address = forms.EmailField(label=_("Mail address"), required=False)
    language = forms.ChoiceField(label=_("Language of the letter"))

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages in which letters are written."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(languages.items())  # type: ignore[attr-defined]
