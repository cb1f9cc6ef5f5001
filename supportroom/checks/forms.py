"""Forms of members' checks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.checks.vocabulary import CHOICES
from supportroom.web.language_fields import SpeakingForm, WordsField


class AnswerForm(forms.Form):
    """One of the three choices."""

    choice = forms.ChoiceField(choices=list(CHOICES.items()), widget=forms.RadioSelect, label=_("What do you say?"))


class WithdrawForm(SpeakingForm):
    """Why a question is taken back."""

    reason = WordsField(longest=1000, rows=3, label=_("Why, for the members to read"))
