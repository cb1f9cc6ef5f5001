"""Forms of adoption: they parse to the plain values that the actions take."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from supportroom.adoption.models import OfficeNote, OpposingOpinion
from supportroom.adoption.vocabulary import (
    REVIEW_DAYS_LEAST,
    REVIEW_DAYS_MOST,
    REVIEW_ZONE,
)
from supportroom.comments.vocabulary import VERDICTS
from supportroom.kernel.ids import spell
from supportroom.papers.versions import VersionView
from supportroom.rounds.wall_time import instants_of
from supportroom.texts.models import Paragraph
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import SpeakingForm, WordsField

FIRST_WORDS = 60


class OpinionWordsForm(SpeakingForm):
    """An opposing opinion: what it is called, and its reasons."""

    title = WordsField(longest=200, label=_("Title"))
    text = WordsField(
        longest=12_000,
        rows=10,
        label=_("Reasons"),
        help_text=_("It is printed inside the paper in these words. One language is enough."),
    )

    @staticmethod
    def values_of(opinion: OpposingOpinion) -> dict[str, Any]:
        """Give an opinion's words as the form shows them."""
        return {"title": opinion.title, "text": opinion.text}


class OpinionForm(OpinionWordsForm):
    """A new opposing opinion; who files it says whether they are named."""

    is_named = forms.BooleanField(
        label=_("I agree to be named"),
        required=False,
        help_text=_(
            "Without this you are counted, and nobody is told who you are. You can change it until publication."
        ),
    )


class SendForm(forms.Form):
    """The last day that the office has."""

    due_on = DayField(label=_("The office has until the end of this day, in Geneva"))

    def clean(self) -> dict[str, Any]:
        """Give the instant at which that day ends."""
        values = super().clean() or self.cleaned_data
        return {"due_at": end_of(values["due_on"])} if "due_on" in values else values


def end_of(day: date, zone: str = REVIEW_ZONE) -> datetime:
    """Give the instant at which a day ends by the clocks of a zone; no clock of the office's jumps over midnight."""
    return instants_of(day + timedelta(days=1), time(0), zone)[0]


def days_of_review(today: date) -> tuple[date, date]:
    """Give the first and the last day that can be set."""
    return today + timedelta(days=REVIEW_DAYS_LEAST), today + timedelta(days=REVIEW_DAYS_MOST)


class NoteForm(SpeakingForm):
    """A note of the office, on a paragraph of what was sent or on the whole."""

    paragraph = forms.ChoiceField(label=_("About"), required=False)
    text = WordsField(longest=6000, rows=5, label=pgettext_lazy("of the office", "Note"))

    def __init__(self, *args: Any, view: VersionView, **kwargs: Any) -> None:
        """Take the version that was sent."""
        super().__init__(*args, **kwargs)
        self.fields["paragraph"].choices = [("", _("The whole paper")), *paragraph_choices(view)]  # type: ignore[attr-defined]
        self.keys = {spell(each.paragraph_id): each.paragraph_id for each in view.shown}

    def clean_paragraph(self) -> Paragraph | None:
        """Give the paragraph that was chosen."""
        chosen = self.keys.get(self.cleaned_data["paragraph"])
        return Paragraph.objects.filter(pk=chosen).first() if chosen else None


def paragraph_choices(view: VersionView) -> list[tuple[str, str]]:
    """Give each paragraph that bears a number, with its first words in the reader's language."""
    here = get_language() or ""
    return [
        (spell(each.paragraph_id), f"{each.number}. {Truncator(each.content.said_in(here).text).chars(FIRST_WORDS)}")
        for each in view.shown
        if each.number is not None
    ]


class AnswerForm(SpeakingForm):
    """What the group answers to a note."""

    verdict = forms.ChoiceField(label=_("The note is"), choices=list(VERDICTS.items()), widget=forms.RadioSelect)
    reason = WordsField(longest=4000, rows=4, label=_("Why"))
    change_made = WordsField(longest=2000, rows=2, label=_("What was changed"), required=False)

    @staticmethod
    def values_of(note: OfficeNote) -> dict[str, Any]:
        """Give an answer's values as the form shows them."""
        return {"verdict": note.verdict, "reason": note.reason, "change_made": note.change}


class NoteWordsForm(SpeakingForm):
    """The words of a note and of its answer, to be translated."""

    text = WordsField(longest=6000, rows=5, label=pgettext_lazy("of the office", "Note"))
    reason = WordsField(longest=4000, rows=4, label=_("Why"), required=False)
    change = WordsField(longest=2000, rows=2, label=_("What was changed"), required=False)

    def __init__(self, *args: Any, leave_out: Sequence[str] = (), **kwargs: Any) -> None:
        """Take the names of the texts that stand empty."""
        super().__init__(*args, **kwargs)
        for name in leave_out:
            del self.fields[name]

    @staticmethod
    def values_of(note: OfficeNote) -> dict[str, Any]:
        """Give the words as the form shows them."""
        return {"text": note.text, "reason": note.reason, "change": note.change}


class RewordForm(SpeakingForm):
    """A paragraph's words, to be changed in answer to a note."""

    content = WordsField(longest=20_000, rows=8, label=_("The paragraph"))

    def clean(self) -> dict[str, Any]:
        """Give the wordings by language."""
        values = super().clean() or self.cleaned_data
        return {"wordings": dict(values["content"].texts)} if "content" in values else values

    @staticmethod
    def values_of(paragraph: Paragraph) -> dict[str, Any]:
        """Give the paragraph's words as the form shows them."""
        return {"content": paragraph.content}


class ReleasedWordsForm(SpeakingForm):
    """What is to be told in public of the review."""

    text = WordsField(
        longest=4000,
        rows=5,
        label=_("Words for the public"),
        help_text=_("They are told once the other side has agreed to exactly these words, in every language given."),
    )
