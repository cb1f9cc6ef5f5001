"""Forms of questions: they parse to the plain values that the actions take."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core import signing
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.multilingual import MultilingualText
from supportroom.questions.models import PublicQuestion
from supportroom.questions.vocabulary import ERRORS, STATES
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

_SALT = "a question's form"
_SECONDS = 24 * 60 * 60


class AskForm(forms.Form):
    """One question, in one language, and nothing about who asks.

    `lure` is a field that nobody sees: what fills it in is no person. `ticket` shows that the page was opened here
    within a day; it names nobody.
    """

    text = ProseField(
        label=_("Your question"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        help_text=_(
            "Up to 1,000 characters. Write nothing about yourself or others: names, places, telephone numbers."
        ),
    )
    language = forms.ChoiceField(label=_("Language of your question"), widget=forms.RadioSelect)
    lure = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    ticket = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the room's languages; the page's own is chosen beforehand."""
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = list(languages.items())  # type: ignore[attr-defined]
        here = get_language() or ""
        self.initial.setdefault("language", here if here in languages else next(iter(languages), ""))

    def clean(self) -> dict[str, Any]:
        """Give what the action takes; a form that was not opened here of late is asked for once more."""
        typed = super().clean() or self.cleaned_data
        if not is_ticket(typed.get("ticket", "")):
            self.add_error(None, str(ERRORS["questions.form_over"]))
        self.is_lured = bool(typed.get("lure"))
        return {name: typed[name] for name in ("text", "language") if name in typed}


def new_ticket() -> str:
    """Give what a form of this day carries."""
    return signing.dumps("", salt=_SALT)


def is_ticket(ticket: str) -> bool:
    """Tell whether a form was opened here within a day."""
    try:
        signing.loads(ticket, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return False
    return True


class AnswerForm(SpeakingForm):
    """The answer, and the question's translations."""

    text = WordsField(longest=1000, rows=3, label=_("Question"))
    answer = WordsField(longest=4000, rows=6, label=_("Answer"))
    held: ClassVar[tuple[str, ...]] = ("text",)

    def __init__(self, *args: Any, initial: dict[str, MultilingualText], **kwargs: Any) -> None:
        """Take what was asked, whose own words are read and not typed over, and the answer if there is one."""
        super().__init__(*args, initial=initial, **kwargs)
        for name in self.held:
            field = self.fields[name]
            if isinstance(field, WordsField):
                field.widget.hold(initial[name].original)

    @staticmethod
    def values_of(question: PublicQuestion) -> dict[str, Any]:
        """Give a question as the form shows it."""
        return {"text": question.text, "answer": question.answer}


class TranslationForm(AnswerForm):
    """The translations of a question and of its answer, which may not be there yet."""

    answer = WordsField(longest=4000, rows=6, label=_("Answer"), required=False)
    held = ("text", "answer")


class SetAsideForm(forms.Form):
    """Why a question is not answered in public."""

    why = LineField(label=_("Why it is set aside"), max_length=500, help_text=_("For the team alone."))


class SearchForm(forms.Form):
    """Words to look for."""

    q = LineField(
        label=pgettext_lazy("search", "Words"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class StateForm(forms.Form):
    """Which questions the team looks at."""

    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *STATES.items()])
