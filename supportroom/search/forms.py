"""What a visitor types to find something."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.search.vocabulary import KINDS

LONGEST = 200


class SearchForm(forms.Form):
    """Words, and among what."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the kinds and languages that there are."""
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("everything")), *KINDS.items()]  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", _("all languages")), *settings.LANGUAGES]  # type: ignore[attr-defined]
