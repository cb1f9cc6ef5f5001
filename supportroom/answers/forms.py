"""Forms of letters, answers, steps and deliveries: they parse to the plain values that the actions take."""

import re
from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from supportroom.answers.models import Answer, Delivery, Letter
from supportroom.answers.vocabulary import OCCASIONS, VERDICTS
from supportroom.files.forms import UploadField
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Person
from supportroom.people.queries import found
from supportroom.register.models import Addressee, Recommendation, Submission
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField

SOURCE_HELP = _("Minutes, a letter's file number, a web address: everybody who reads the recommendation reads it.")


class LetterForm(SpeakingForm):
    """A letter: which recommendations, the words before them, and the language of its mail."""

    submissions = forms.MultipleChoiceField(
        label=_("Recommendations"), widget=forms.CheckboxSelectMultiple, required=False
    )
    words = WordsField(longest=4000, rows=6, label=_("Words of the letter"), required=False)
    language = forms.ChoiceField(label=_("Language of the mail"))  # type: ignore[assignment]

    def __init__(self, *args: Any, offered: Sequence[Submission], **kwargs: Any) -> None:
        """Take what can be put to the addressee."""
        super().__init__(*args, **kwargs)
        self.offered = {spell(each.pk): each for each in offered}
        choices = [(key, each.recommendation.code) for key, each in self.offered.items()]
        self.fields["submissions"].choices = choices  # type: ignore[attr-defined]
        self.fields["language"].choices = list(kwargs["languages"].items())  # type: ignore[attr-defined]

    def rows(self) -> list[tuple[Any, Submission]]:
        """Give each recommendation that can be chosen with its box."""
        boxes = self["submissions"]
        return [(box, self.offered[str(box.data["value"])]) for box in boxes]

    def clean_submissions(self) -> list[Submission]:
        """Give what was chosen, in the order of the register."""
        return [self.offered[key] for key in self.offered if key in self.cleaned_data["submissions"]]

    @staticmethod
    def values_of(letter: Letter) -> dict[str, Any]:
        """Give a letter's values as the form shows them."""
        chosen = [spell(key) for key in letter.submissions.values_list("pk", flat=True)]
        return {"submissions": chosen, "words": letter.words, "language": letter.language}


class WithdrawForm(SpeakingForm):
    """Why a letter is withdrawn."""

    words = WordsField(
        longest=2000, rows=2, label=_("Why"), required=False, help_text=_("It stands in the recommendations' history.")
    )


class ArrivedForm(forms.Form):
    """That a letter arrived, as it reached the team."""

    on = DayField(label=_("Day"))
    source = LineField(label=_("Source"), max_length=500, help_text=SOURCE_HELP)


class AnswerForm(SpeakingForm):
    """An answer, as the addressee gives it."""

    verdict = forms.ChoiceField(label=_("Answer"), choices=list(VERDICTS.items()), widget=forms.RadioSelect)
    text = WordsField(longest=8000, rows=7, label=_("Words"), help_text=_("One language is enough."))
    evidence = LineField(
        label=_("Evidence"),
        max_length=500,
        required=False,
        help_text=_("Where it can be seen what was done: a web address, a document, a decision."),
    )
    file = UploadField(label=_("File"), required=False)

    @staticmethod
    def values_of(answer: Answer) -> dict[str, Any]:
        """Give an answer's values as the form shows them."""
        return {"verdict": answer.verdict, "text": answer.text, "evidence": answer.evidence}


class RecordedAnswerForm(AnswerForm):
    """An answer that reached the team: with its day and its source."""

    answered_on = DayField(label=_("Day of the answer"))
    source = LineField(label=_("Source"), max_length=500, help_text=SOURCE_HELP)


class AmendForm(AnswerForm):
    """An answer changed by its addressee, with the reason."""

    why = WordsField(
        longest=1000,
        rows=2,
        label=_("Why it is changed"),
        help_text=_("It is published beside the earlier wording, which stays."),
    )


class RecordedAmendForm(AmendForm):
    """An answer changed by the team, with the source."""

    source = LineField(label=_("Source"), max_length=500, help_text=SOURCE_HELP)

    @staticmethod
    def values_of(answer: Answer) -> dict[str, Any]:
        """Give an answer's values as the form shows them."""
        return {**AnswerForm.values_of(answer), "source": answer.source}


class TranslationForm(SpeakingForm):
    """An answer in other languages."""

    text = WordsField(longest=8000, rows=7, label=_("Words"))

    @staticmethod
    def values_of(answer: Answer) -> dict[str, Any]:
        """Give an answer's words."""
        return {"text": answer.text}


class OwnStepForm(SpeakingForm):
    """What became of a recommendation, said by an addressee."""

    on = DayField(label=_("Day"))
    words = WordsField(longest=2000, rows=3, label=_("What happened"), required=False)
    source = LineField(label=_("Source"), max_length=500, required=False, help_text=SOURCE_HELP)


class StepForm(OwnStepForm):
    """What became of a recommendation, recorded by the team: who says so, and where it can be read."""

    addressee = forms.ChoiceField(label=_("Who says so"), required=False)
    source = LineField(label=_("Source"), max_length=500, help_text=SOURCE_HELP)

    def __init__(self, *args: Any, addressees: Iterable[Addressee], **kwargs: Any) -> None:
        """Take the bodies to which it is addressed."""
        super().__init__(*args, **kwargs)
        self.bodies = {spell(each.pk): each for each in addressees}
        here = self.language
        choices = [(key, str(each.name.said_in(here))) for key, each in self.bodies.items()]
        self.fields["addressee"].choices = [("", _("The team")), *choices]  # type: ignore[attr-defined]

    def clean_addressee(self) -> Addressee | None:
        """Give the body, or nothing for the team."""
        return self.bodies.get(self.cleaned_data["addressee"])


class NumbersField(forms.CharField):
    """Recommendations by their numbers, as they are cited: 2020-14, 2021-3."""

    default_error_messages = {"unknown": _("There is no recommendation of this number: %(numbers)s.")}

    def __init__(self, **kwargs: Any) -> None:
        """Take Django's arguments; whoever makes the form says among which `rows` the numbers are looked up."""
        self.rows = Recommendation.objects.none()
        super().__init__(widget=forms.TextInput(attrs={"dir": "ltr"}), max_length=4000, **kwargs)

    def clean(self, value: Any) -> list[Recommendation]:
        """Give the recommendations, each once, in the order typed."""
        typed = list(dict.fromkeys(re.split(r"[\s,;،؛]+", super().clean(value).strip(" ,;،؛"))))
        known = {each.code: each for each in self.rows.filter(self._asked_for(typed))}
        wrong = [number for number in typed if number not in known]
        if wrong:
            raise ValidationError(
                self.error_messages["unknown"], code="unknown", params={"numbers": ", ".join(wrong)[:200]}
            )
        return [known[number] for number in typed]

    @staticmethod
    def _asked_for(typed: Sequence[str]) -> Q:
        numbers = [re.fullmatch(r"([0-9]{4})-([0-9]{1,5})", number, re.ASCII) for number in typed]
        conditions = [Q(year=int(each[1]), number=int(each[2])) for each in numbers if each]
        return reduce(or_, conditions, Q(pk=None))


class DeliveryForm(SpeakingForm):
    """Where recommendations were carried, corrected."""

    title = WordsField(longest=300, label=_("Meeting"))
    occasion = forms.ChoiceField(label=_("Occasion"), choices=list(OCCASIONS.items()))
    place = LineField(label=_("Place"), max_length=120, required=False)
    recommendations = NumbersField(
        label=_("Recommendations carried"), help_text=_("Their numbers, for example 2020-14, 2021-3.")
    )
    carried_by = WordsField(
        longest=300,
        label=_("Carried by"),
        required=False,
        help_text=_("In what capacity; no name: who is named says so themselves."),
    )
    speech = UploadField(label=_("Speech"), required=False)
    source = LineField(label=_("Source"), max_length=500, required=False, help_text=SOURCE_HELP)

    def __init__(self, *args: Any, known: QuerySet[Recommendation], **kwargs: Any) -> None:
        """Take the recommendations that can be named."""
        super().__init__(*args, **kwargs)
        self.fields["recommendations"].rows = known  # type: ignore[attr-defined]

    @staticmethod
    def values_of(delivery: Delivery) -> dict[str, Any]:
        """Give a delivery's values as the form shows them."""
        codes = ", ".join(each.code for each in delivery.recommendations.all())
        return {
            "title": delivery.title,
            "occasion": delivery.occasion,
            "place": delivery.place,
            "recommendations": codes,
            "carried_by": delivery.carried_by,
            "source": delivery.source,
        }


class NewDeliveryForm(DeliveryForm):
    """A delivery with its day, and who of the room carried it."""

    held_on = DayField(label=_("Day"))
    carrier = LineField(
        label=_("Who of the room carried it"),
        max_length=200,
        required=False,
        help_text=_(
            "Their name as it stands in the room. They are asked on the delivery's page whether they are named; until "
            "they agree nobody is told."
        ),
    )
    field_order = ("title", "occasion", "held_on", "place", "recommendations", "carried_by", "carrier", "speech")

    def __init__(self, *args: Any, persons: QuerySet[Person], **kwargs: Any) -> None:
        """Take who can be meant."""
        super().__init__(*args, **kwargs)
        self.persons = persons

    def clean_carrier(self) -> Person | None:
        """Give the one person who is meant."""
        words = self.cleaned_data["carrier"]
        if not words:
            return None
        meant = list(found(self.persons, words)[:2])
        if len(meant) != 1:
            raise ValidationError(
                _("Several people are called so: write the whole name.") if meant else _("Nobody here is called so.")
            )
        return meant[0]


def begun(text: MultilingualText) -> dict[str, Any]:
    """Give the values with which a new letter's form begins."""
    return {"words": text, "language": text.original}
