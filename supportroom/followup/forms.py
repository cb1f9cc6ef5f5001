"""The filter of the register: it parses to plain values."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.followup.filters import Filters
from supportroom.followup.queries import Choices
from supportroom.followup.vocabulary import NEWEST, ORDERS, STATES_ASKED
from supportroom.kernel.ids import IdConverter
from supportroom.register.vocabulary import SOURCE_KINDS
from supportroom.web.language_fields import LineField

SOURCE = rf"^(?:{'|'.join(SOURCE_KINDS)})-{IdConverter.regex}$"


class FilterForm(forms.Form):
    """Which recommendations somebody looks for; all that is filled in must hold."""

    words = LineField(label=_("Words or number"), max_length=200, required=False)
    addressee = forms.ChoiceField(label=_("Addressee"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("any")), *STATES_ASKED.items()])
    overdue = forms.BooleanField(label=_("Only where an answer is overdue"), required=False)
    pillar = forms.ChoiceField(label=_("Pillar"), required=False)
    theme = forms.ChoiceField(label=_("Cross-cutting theme"), required=False)
    round = forms.ChoiceField(label=_("Round"), required=False)
    order = forms.ChoiceField(label=_("Order"), required=False, choices=list(ORDERS.items()), initial=NEWEST)
    year = forms.ChoiceField(required=False, widget=forms.HiddenInput)
    demand = forms.SlugField(max_length=40, required=False, widget=forms.HiddenInput)
    source = forms.RegexField(SOURCE, max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: dict[str, Choices], **kwargs: Any) -> None:
        """Take the choices of the fields that the register itself fills."""
        kwargs.setdefault("auto_id", "filter-%s")
        super().__init__(*args, **kwargs)
        for name, known in choices.items():
            self.fields[name].choices = [("", _("any")), *known]  # type: ignore[attr-defined]

    @property
    def filters(self) -> Filters:
        """What is asked for, as far as it was understood."""
        return Filters.of(self.cleaned_data if self.is_bound and self.is_valid() else {})

    @property
    def asks_anything(self) -> bool:
        """Tell whether one of the visible fields is filled in."""
        return any(self[field.name].value() for field in self.visible_fields() if field.name != "order")
