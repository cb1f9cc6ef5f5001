"""The form of the charter, and of a pillar."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.hygiene import clean_line
from supportroom.people.places import country_choices
from supportroom.room.models import Room
from supportroom.room.quotas import Share, competence_names, quota_choices, quota_label
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
    marks_per_member = forms.IntegerField(
        label=_("How many topics each member may support"), min_value=1, max_value=20, initial=3
    )
    countries = forms.MultipleChoiceField(
        label=_("Countries told apart by region"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Of the others, profiles and quotas name the country alone."),
    )
    minimum_notice_days = forms.IntegerField(label=_("Notice before a round, in days"), min_value=0, max_value=90)
    seats_least = forms.IntegerField(label=_("Working group: fewest seats"), min_value=2, max_value=15)
    seats_most = forms.IntegerField(label=_("Working group: most seats"), min_value=2, max_value=15)
    comment_days_least = forms.IntegerField(
        label=_("Shortest time to comment on a paper, in days"), min_value=1, max_value=60
    )
    comment_days_most = forms.IntegerField(
        label=_("Longest time to comment on a paper, in days"), min_value=1, max_value=60
    )
    comment_window_days = forms.IntegerField(
        label=_("Usual time to comment on a paper, in days"), min_value=1, max_value=60
    )
    comments_may_be_hidden = forms.BooleanField(
        label=_("Members may comment without their name"),
        required=False,
        help_text=_("Then nobody reads whose a comment is, the team and the group included."),
    )
    members_check_days = forms.IntegerField(
        label=_("Members' check: how many days it is open"), min_value=1, max_value=30
    )
    members_majority = forms.IntegerField(
        label=_("Members' check: more than how many per cent of those for and against"), min_value=50, max_value=99
    )
    members_quorum = forms.IntegerField(
        label=_("Members' check: how many of the members must answer, in per cent"), min_value=0, max_value=100
    )
    opinion_days = forms.IntegerField(
        label=_("Opposing opinions: how many days beyond the members' check"), min_value=0, max_value=30
    )

    answer_days = forms.IntegerField(
        label=_("Recommendations: in how many days an answer is due"), min_value=7, max_value=730
    )
    answer_reminder_days = forms.IntegerField(
        label=_("Recommendations: how many days before that the addressee is reminded"), min_value=0, max_value=90
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what every speaking form takes."""
        super().__init__(*args, **kwargs)
        self.fields["countries"].choices = country_choices()  # type: ignore[attr-defined]

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


def _box(share: Share) -> str:
    """Name a quota's field after what it is about, so that it stays its own where the table was changed meanwhile."""
    return f"percent_{share.kind}_{share.value}"


class QuotasForm(forms.Form):
    """A table of quotas: each with its share, which may be emptied to take it out, and a row for a new one."""

    new_key = forms.ChoiceField(label=_("A new quota"), required=False)
    new_percent = forms.IntegerField(label=_("Least share of it, in per cent"), required=False)

    def __init__(self, *args: Any, shares: Sequence[Share], **kwargs: Any) -> None:
        """Take the quotas that stand."""
        super().__init__(*args, **kwargs)
        self.shares, names = list(shares), competence_names()
        self.fields["new_key"].choices = [("", _("choose …")), *quota_choices()]  # type: ignore[attr-defined]
        for share in self.shares:
            label = quota_label(share.kind, share.value, names)
            self.fields[_box(share)] = forms.IntegerField(label=label, required=False, initial=share.percent)
        self.order_fields([*map(_box, self.shares), "new_key", "new_percent"])

    def clean(self) -> dict[str, Any]:
        """Give the quotas that are to stand."""
        values = super().clean() or self.cleaned_data
        kept = [
            Share(share.kind, share.value, values[_box(share)])
            for share in self.shares
            if values.get(_box(share)) is not None
        ]
        key, percent = values.get("new_key"), values.get("new_percent")
        if bool(key) != (percent is not None):
            self.add_error("new_percent", _("Choose what the quota is about, and write its share."))
        elif key:
            kind, _colon, value = key.partition(":")
            kept.append(Share(kind, value, percent or 0))
        return {"quotas": kept} if not self.errors else values
