"""Forms of public events: they parse to the plain values that the actions take."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.events.models import PublicEvent
from supportroom.events.vocabulary import KINDS
from supportroom.rounds.models import Round
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES


class EventForm(SpeakingForm):
    """An event: what, where, and when by the clock of a city."""

    kind = forms.ChoiceField(label=_("Kind of event"), choices=list(KINDS.items()), widget=forms.RadioSelect)
    title = WordsField(longest=200, label=_("Title"))
    about = WordsField(longest=4000, rows=5, required=False, label=_("What it is about"),
                       help_text=_("Name nobody who did not agree: everybody can read this."))  # fmt: skip
    place = WordsField(longest=300, required=False, label=_("Place"))
    link = LineField(label=_("Web address"), max_length=500, required=False, help_text=_("It begins with https://."))
    day = DayField(label=_("Day"))
    starts = HourField(label=_("Begins at"))
    ends = HourField(label=_("Ends at"))
    time_zone = forms.ChoiceField(label=_("By the clock of"), choices=list(CITIES.items()))
    round = forms.ChoiceField(label=_("Belongs to the round"), required=False)

    def __init__(self, *args: Any, rounds: Iterable[Round], **kwargs: Any) -> None:
        """Take the published rounds to which an event can belong."""
        super().__init__(*args, **kwargs)
        self.rounds = {str(round_.pk): round_ for round_ in rounds}
        named = [(key, str(round_.title.said_in(self.language))) for key, round_ in self.rounds.items()]
        self.fields["round"].choices = [("", _("none")), *named]  # type: ignore[attr-defined]

    @staticmethod
    def values_of(event: PublicEvent) -> dict[str, Any]:
        """Give an event's values as the form shows them."""
        first, last = wall_time_of(event.starts_at, event.time_zone), wall_time_of(event.ends_at, event.time_zone)
        plain = {name: getattr(event, name) for name in ("kind", "title", "about", "place", "link", "time_zone")}
        times = {"day": first.date(), "starts": first.time(), "ends": last.time()}
        return {**plain, **times, "round": str(event.round_id or "")}

    def clean_round(self) -> Round | None:
        """Give the round, or None."""
        return self.rounds.get(self.cleaned_data["round"])

    def clean(self) -> dict[str, Any]:
        """Give `starts_at` and `ends_at` instead of day and hours."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        starts_at, ends_at = self._instant("starts", 0), self._instant("ends", -1)
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends", _("The event ends before it begins."))
        kept = {name: value for name, value in values.items() if name not in ("day", "starts", "ends")}
        return {**kept, "starts_at": starts_at, "ends_at": ends_at} if not self.errors else values

    def _instant(self, name: str, which: int) -> datetime | None:
        found = instants_of(self.cleaned_data["day"], self.cleaned_data[name], self.cleaned_data["time_zone"])
        if not found:
            missing = _("On this day the clock jumps over this hour: it does not exist. Choose another.")
            self.add_error(name, missing)
            return None
        return found[which]


class CallOffForm(SpeakingForm):
    """Why an event does not take place."""

    called_off_why = WordsField(longest=1000, rows=3, label=_("Why it is called off"))
