"""The form of the charter, and of a pillar."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.hygiene import clean_line
from supportroom.room.models import Room
from supportroom.room.vocabulary import LANGUAGE_NAMES, RULE_KINDS
from supportroom.web.language_fields import ProseField, SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES

MOST_HUBS, LONGEST_HUB = 30, 80


class CharterForm(SpeakingForm):
    """The charter as the members decided it."""

    name = WordsField(longest=200, label=_("Name of the room"))
    principles = WordsField(longest=20_000, rows=8, label=_("Principles"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=list(LANGUAGE_NAMES.items()), widget=forms.CheckboxSelectMultiple
    )
    hubs = ProseField(
        label=_("Hubs"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Where people meet; one in a line."),
    )
    time_zone = forms.ChoiceField(label=_("Clock of the room"), choices=list(CITIES.items()))
    rule_kind = forms.ChoiceField(
        label=_("When is something agreed?"), choices=list(RULE_KINDS.items()), widget=forms.RadioSelect
    )
    rule_minus = forms.IntegerField(
        label=_("“A few” are at most"), min_value=0, max_value=100, help_text=_("Counts with “consensus minus a few”.")
    )
    rule_share = forms.IntegerField(
        label=_("Share of those present, in per cent"),
        min_value=50,
        max_value=100,
        help_text=_("Counts with “a share of those present”."),
    )
    rule_quorum = forms.IntegerField(
        label=_("Quorum: how many of those present must answer, in per cent"), min_value=0, max_value=100
    )
    minimum_notice_days = forms.IntegerField(label=_("Notice before a round, in days"), min_value=0, max_value=90)
    comment_window_days = forms.IntegerField(label=_("Time to comment on a paper, in days"), min_value=7, max_value=10)

    @staticmethod
    def values_of(room: Room) -> dict[str, Any]:
        """Give the charter's values as the form shows them."""
        values = {name: getattr(room, name) for name in CharterForm.base_fields}
        return {**values, "hubs": "\n".join(room.hubs)}

    def clean_hubs(self) -> list[str]:
        """Give the hubs as a list, each once."""
        hubs = list(dict.fromkeys(filter(None, map(clean_line, self.cleaned_data["hubs"].split("\n")))))
        if len(hubs) > MOST_HUBS or any(len(hub) > LONGEST_HUB for hub in hubs):
            raise ValidationError(_("At most 30 hubs, each of at most 80 characters."))
        return hubs


class PillarForm(SpeakingForm):
    """A pillar of the charter."""

    name = WordsField(longest=300, label=_("Name of the pillar"))
