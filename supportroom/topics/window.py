"""A form for a window in time: its ends are typed as clocks in the round's zone show them, and cleaned to instants."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from supportroom.rounds.models import Round
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import SpeakingForm


class WindowForm(SpeakingForm):
    """From a day and hour to a day and hour, by the round's clock.

    An hour that the clock shows twice opens the first time and closes the second: the window is never shorter than
    announced. An hour that the clock jumps over is refused.
    """

    opens_day = DayField(label=_("Opens on"))
    opens_hour = HourField(label=_("Opens at"))
    closes_day = DayField(label=_("Closes on"))
    closes_hour = HourField(label=_("Closes at"))

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        """Take the round, whose clock counts."""
        super().__init__(*args, **kwargs)
        self.round = round
        by_clock = _("by the clock of %(city)s") % {"city": city(round.time_zone)}
        for name in ("opens_hour", "closes_hour"):
            self.fields[name].help_text = by_clock

    @staticmethod
    def window_of(opens_at: datetime, closes_at: datetime, zone: str) -> dict[str, Any]:
        """Give two instants as the form shows them."""
        first, last = wall_time_of(opens_at, zone), wall_time_of(closes_at, zone)
        return {
            "opens_day": first.date(),
            "opens_hour": first.time(),
            "closes_day": last.date(),
            "closes_hour": last.time(),
        }

    def clean(self) -> dict[str, Any]:
        """Give `opens_at` and `closes_at` instead of days and hours."""
        values = super().clean() or self.cleaned_data
        opens_at, closes_at = self._instant("opens", 0), self._instant("closes", -1)
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_hour", _("This lies before the opening."))
        if self.errors:
            return values
        ends = ("opens_day", "opens_hour", "closes_day", "closes_hour")
        kept = {name: value for name, value in values.items() if name not in ends}
        return {**kept, "opens_at": opens_at, "closes_at": closes_at}

    def _instant(self, name: str, which: int) -> datetime | None:
        day, hour = self.cleaned_data.get(f"{name}_day"), self.cleaned_data.get(f"{name}_hour")
        if not day or not hour:
            return None
        found = instants_of(day, hour, self.round.time_zone)
        if not found:
            missing = _("On this day the clock jumps over this hour: it does not exist. Choose another.")
            self.add_error(f"{name}_hour", missing)
            return None
        return found[which]
