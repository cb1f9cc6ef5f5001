"""Forms of notices: the matrix of category and channel; what is to be followed; up to when one has read."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime

from supportroom.notices.pace import Paces
from supportroom.notices.vocabulary import APP, CATEGORIES, CHANNELS, ERRORS, MAIL, PACES

FIRST = (MAIL, APP)


class ChoiceForm(forms.Form):
    """One choice of pace for each category and channel that can be chosen."""

    def __init__(self, *args: Any, categories: list[str], paces: Paces, **kwargs: Any) -> None:
        """Take the categories to choose for, and the paces that hold now."""
        super().__init__(*args, **kwargs)
        self.categories = categories
        for category in categories:
            for channel in FIRST:
                self.fields[f"{category}_{channel}"] = forms.ChoiceField(
                    label=f"{CATEGORIES[category]}: {CHANNELS[channel]}",
                    choices=list(PACES.items()),
                    initial=paces[category, channel],
                )

    def clean(self) -> dict[str, Any]:
        """Give what was chosen as the action takes it."""
        cleaned = super().clean() or self.cleaned_data
        named = ((category, channel) for category in self.categories for channel in FIRST)
        return {"paces": [(*pair, cleaned["_".join(pair)]) for pair in named if "_".join(pair) in cleaned]}

    def rows(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Give each category's name with its fields, for a table."""
        return [
            (str(CATEGORIES[category]), [self[f"{category}_{channel}"] for channel in FIRST])
            for category in self.categories
        ]


class UntilForm(forms.Form):
    """Up to when one has read, as the page wrote it."""

    until = forms.CharField(max_length=40)

    def clean_until(self) -> datetime:
        """Give the instant; what no page of ours wrote is refused."""
        try:
            moment = parse_datetime(self.cleaned_data["until"])
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            raise ValidationError(str(ERRORS["notices.no_such_choice"]))
        return moment
