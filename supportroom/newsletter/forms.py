"""Forms of the newsletter: they parse to the plain values that the actions take."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from supportroom.newsletter.models import NewsletterIssue
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import SpeakingForm, WordsField


class SubscribeForm(forms.Form):
    """An address and a language; no name."""

    address = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("Whoever reads this mailbox sees that the newsletter comes. Nothing else is kept about you."),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)


class IssueForm(SpeakingForm):
    """An issue's title, introduction, and since when it says what is new."""

    title = WordsField(longest=200, rows=1, label=_("Title"))
    introduction = WordsField(longest=4000, rows=6, required=False, label=_("Introduction"))
    since = DayField(label=_("What is new since"))

    @staticmethod
    def values_of(issue: NewsletterIssue) -> dict[str, Any]:
        """Give an issue as the form shows it."""
        return {"title": issue.title, "introduction": issue.introduction, "since": issue.since}
