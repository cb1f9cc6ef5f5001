"""A meeting: its words, the times proposed by one clock, answers to them, minutes."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.ids import spell
from supportroom.rounds.wall_time import instants_of
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES
from supportroom.workroom.models import Meeting
from supportroom.workroom.vocabulary import ERRORS, MOST_SLOTS, SLOT_ANSWERS

LENGTHS = (30, 45, 60, 90, 120, 180, 240)
NO_SUCH_HOUR = _("On this day the clock jumps over this hour: it does not exist. Choose another.")


def instant_of(day: date, hour: time, zone: str) -> datetime:
    """Give the instant at which clocks in a zone show this; of two the earlier. ValidationError where there is none."""
    found = instants_of(day, hour, zone)
    if not found:
        raise ValidationError(NO_SUCH_HOUR)
    return found[0]


class MeetingForm(SpeakingForm):
    """What a meeting is about, and where it is held."""

    title = WordsField(longest=200, label=_("What is the meeting about?"))
    agenda = WordsField(longest=4000, rows=3, label=_("Agenda"), required=False)
    minutes_long = forms.TypedChoiceField(
        label=_("How long"),
        coerce=int,
        initial=60,
        choices=[
            (number, ngettext_lazy("%(num)s minute", "%(num)s minutes", number) % {"num": number}) for number in LENGTHS
        ],
    )
    link = LineField(label=_("Web address of the meeting"), max_length=500, required=False)
    place = LineField(
        label=_("Place"),
        max_length=200,
        required=False,
        help_text=_("City and country are enough. An address would tell where people meet."),
    )
    open_to_members = forms.BooleanField(
        label=_("Open to all members"),
        required=False,
        help_text=_("Once its time is set, all members of the room read when and where it is, agenda and minutes."),
    )

    @staticmethod
    def values_of(meeting: Meeting) -> dict[str, Any]:
        """Give a meeting's values as the form shows them."""
        return {name: getattr(meeting, name) for name in MeetingForm.base_fields}

    def clean_link(self) -> str:
        """Refuse what is no encrypted address."""
        link: str = self.cleaned_data["link"]
        if link and not is_web_address(link):
            raise ValidationError(str(ERRORS["workroom.link_not_web"]))
        return link


class ProposeForm(MeetingForm):
    """A new meeting with the times that are proposed for it, typed by one clock."""

    time_zone = forms.ChoiceField(
        label=_("By the clock of"),
        choices=list(CITIES.items()),
        help_text=_("Everybody also sees the times by their own clock."),
    )

    def __init__(self, *args: Any, rows: int = 3, **kwargs: Any) -> None:
        """Take how many times can be proposed at once."""
        super().__init__(*args, **kwargs)
        self.rows = min(max(rows, 1), MOST_SLOTS)
        for number in range(1, self.rows + 1):
            label = _("Time %(number)s") % {"number": number}
            self.fields[f"day_{number}"] = DayField(label=label, required=number == 1)
            self.fields[f"hour_{number}"] = HourField(label=_("Hour"), required=number == 1)
        self.order_fields(["title", "time_zone", *self.times])

    @property
    def times(self) -> list[str]:
        """The names of the fields of times, day and hour in turn."""
        return [f"{part}_{number}" for number in range(1, self.rows + 1) for part in ("day", "hour")]

    def clean(self) -> dict[str, Any]:
        """Give `times`, instants, instead of days and hours."""
        values = super().clean() or self.cleaned_data
        instants = [self._instant(number) for number in range(1, self.rows + 1)]
        kept = {name: value for name, value in values.items() if name not in self.times}
        return {**kept, "times": [instant for instant in instants if instant]}

    def _instant(self, number: int) -> datetime | None:
        day, hour = self.cleaned_data.get(f"day_{number}"), self.cleaned_data.get(f"hour_{number}")
        if bool(day) != bool(hour) and not (self.errors.keys() & {f"day_{number}", f"hour_{number}"}):
            self.add_error(f"day_{number}", _("A time needs a day and an hour."))
        zone = self.cleaned_data.get("time_zone")
        if not day or not hour or not zone:
            return None
        try:
            return instant_of(day, hour, zone)
        except ValidationError as error:
            self.add_error(f"hour_{number}", error)
            return None


class TimeForm(forms.Form):
    """Another time than those proposed, by the meeting's clock."""

    day = DayField(label=_("Day"))
    hour = HourField(label=_("Hour"))

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        """Take whose clock counts."""
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["hour"].help_text = _("by the clock of %(city)s") % {"city": city(zone)}

    def clean(self) -> dict[str, Any]:
        """Give `starts_at` instead of day and hour."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        try:
            return {"starts_at": instant_of(values["day"], values["hour"], self.zone)}
        except ValidationError as error:
            self.add_error("hour", error)
            return values


class AnswerForm(forms.Form):
    """One answer to each of the times proposed; those left open stay open."""

    def __init__(self, *args: Any, times: Sequence[tuple[int, str]], mine: Mapping[int, str], **kwargs: Any) -> None:
        """Take the times by id, in words, and what was answered before."""
        super().__init__(*args, **kwargs)
        self.times = {f"slot_{spell(slot_id)}": slot_id for slot_id, _words in times}
        for slot_id, words in times:
            self.fields[f"slot_{spell(slot_id)}"] = forms.ChoiceField(
                label=words,
                choices=list(SLOT_ANSWERS.items()),
                initial=mine.get(slot_id),
                required=False,
                widget=forms.RadioSelect,
            )

    def clean(self) -> dict[str, Any]:
        """Give the answers by the times' ids."""
        values = super().clean() or self.cleaned_data
        return {"answers": {slot_id: values[name] for name, slot_id in self.times.items() if values.get(name)}}


class MinutesForm(SpeakingForm):
    """What a meeting came to."""

    minutes = WordsField(
        longest=20_000,
        rows=10,
        label=_("Minutes"),
        help_text=_("What was agreed, who does what until when. One language is enough; others can be added later."),
    )

    @staticmethod
    def values_of(meeting: Meeting) -> dict[str, Any]:
        """Give the minutes as the form shows them."""
        return {"minutes": meeting.minutes}
