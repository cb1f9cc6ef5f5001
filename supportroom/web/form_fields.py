"""Form fields that read days and hours as browsers send them, and files within the room's limit."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator


class DayField(forms.DateField):
    """A day of these times; written as 2026-06-02 where the browser has no calendar."""

    def __init__(self, **kwargs: Any) -> None:
        """Take Django's arguments."""
        kwargs.setdefault("widget", forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
        these_times = [MinValueValidator(date(1900, 1, 1)), MaxValueValidator(date(2199, 12, 31))]
        super().__init__(input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"], validators=these_times, **kwargs)


class HourField(forms.TimeField):
    """An hour on the wall; written as 18:00 where the browser has no clock."""

    def __init__(self, **kwargs: Any) -> None:
        """Take Django's arguments."""
        kwargs.setdefault("widget", forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
        super().__init__(input_formats=["%H:%M", "%H:%M:%S", "%H.%M"], **kwargs)
