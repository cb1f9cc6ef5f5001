"""What the letter, answers, questions and settlements are typed into; each cleans to what its action takes."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.invitations.models import Question, SupportRequest
from supportroom.invitations.vocabulary import ARRANGED, NOT_POSSIBLE, REQUEST_STATES, SUPPORT_KINDS
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.rounds.wall_time import instants_of, is_later_of_two, wall_time_of
from supportroom.topics.models import Topic
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

FIRST, SECOND = "first", "second"


class SpokenField(ProseField):
    """Some words in the language of the page."""

    def __init__(self, *, longest: int, rows: int = 4, **kwargs: Any) -> None:
        """Take the most characters, and the height of the box."""
        super().__init__(max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def clean(self, value: Any) -> Any:
        """Give a MultilingualText, empty where nothing was written."""
        words = super().clean(value)
        return multilingual(get_language() or "en", **{get_language() or "en": words}) if words else MultilingualText()


class TermForm(forms.Form):
    """Until when answers are taken: a day and an hour by the round's clock."""

    day = DayField(label=_("Answers until: day"))
    hour = HourField(label=_("hour"))
    which = forms.ChoiceField(
        label=_("Which of the two"),
        choices=[(FIRST, _("the first time, before the clock goes back")), (SECOND, _("the second time"))],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, *args: Any, round: Round, **kwargs: Any) -> None:
        """Take the round, whose clock counts."""
        super().__init__(*args, **kwargs)
        self.zone, self.asks_which = round.time_zone, False
        self.fields["hour"].help_text = _("by the clock of %(city)s") % {"city": city(self.zone)}

    @staticmethod
    def values_of(answer_by: datetime, zone: str) -> dict[str, Any]:
        """Give a term's values as the form shows them."""
        wall = wall_time_of(answer_by, zone)
        return {"day": wall.date(), "hour": wall.time(), "which": SECOND if is_later_of_two(answer_by, zone) else FIRST}

    def clean(self) -> dict[str, Any]:
        """Give the instant instead of day and hour."""
        values = super().clean() or self.cleaned_data
        answer_by = self._instant()
        kept = {name: value for name, value in values.items() if name not in {"day", "hour", "which"}}
        return {**kept, "answer_by": answer_by} if answer_by else kept

    def _instant(self) -> datetime | None:
        day, hour = self.cleaned_data.get("day"), self.cleaned_data.get("hour")
        if not day or not hour:
            return None
        found = instants_of(day, hour, self.zone)
        if not found:
            self.add_error("hour", _("On this day the clock jumps over this hour: it does not exist. Choose another."))
            return None
        which = self.cleaned_data.get("which")
        if len(found) > 1:
            self.asks_which = True
            if not which:
                self.add_error(
                    "hour", _("On this day the clock shows this hour twice. Choose below which one is meant.")
                )
        return found[-1] if which == SECOND else found[0]


class LetterForm(TermForm, SpeakingForm):
    """The letter in each of the round's languages, its term, the reason for a short notice."""

    text = WordsField(label=_("Letter"), longest=6000, rows=10)
    reason = WordsField(
        label=_("Why the notice is shorter than the room promises"),
        longest=2000,
        rows=3,
        required=False,
        help_text=_("Needed where it is. It stands in the invitation and in the round's report."),
    )

    field_order = ("text", "day", "hour", "which", "reason")


class ReasonForm(SpeakingForm):
    """The reason alone, of a letter that was sent."""

    reason = LetterForm.base_fields["reason"]


class AcceptForm(forms.Form):
    """What somebody needs in order to come: six kinds, each with a note."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Make a box and a line for each kind."""
        super().__init__(*args, **kwargs)
        for kind, label in SUPPORT_KINDS.items():
            self.fields[f"needs_{kind}"] = forms.BooleanField(label=label, required=False)
            self.fields[f"note_{kind}"] = LineField(label=_("What exactly"), max_length=1000, required=False)

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """The box and the line of each kind."""
        return [(self[f"needs_{kind}"], self[f"note_{kind}"]) for kind in SUPPORT_KINDS]

    @staticmethod
    def values_of(support: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """Give what was asked for as the form shows it."""
        told = dict(support)
        ticks = {f"needs_{kind}": True for kind in told}
        return ticks | {f"note_{kind}": note for kind, note in told.items()}

    def clean(self) -> dict[str, Any]:
        """Give `support` as (kind, note); a note without its tick counts as well."""
        values = super().clean() or self.cleaned_data
        asked = [(kind, values.get(f"needs_{kind}"), values.get(f"note_{kind}", "")) for kind in SUPPORT_KINDS]
        return {"support": [(kind, note) for kind, ticked, note in asked if ticked or note]}


class DeclineForm(forms.Form):
    """A reason, or none."""

    reason = SpokenField(label=_("Reason"), longest=2000, required=False, help_text=_("Read by the team alone."))


class SubstituteForm(forms.Form):
    """Who could come instead, and how they are reached."""

    name = LineField(label=_("Name"), max_length=200)
    contact = LineField(
        label=_("How the team can reach them"),
        max_length=200,
        help_text=_("An address or a number that is safe for them."),
    )
    reason = SpokenField(label=_("Why you cannot come yourself"), longest=2000, required=False)


class QuestionForm(forms.Form):
    """A question about a topic, or about the round."""

    topic = forms.ChoiceField(label=_("About"), required=False)
    text = SpokenField(label=_("Your question"), longest=2000)

    def __init__(self, *args: Any, topics: Iterable[Topic], **kwargs: Any) -> None:
        """Take the topics on the agenda."""
        super().__init__(*args, **kwargs)
        self.topics = {str(topic.pk): topic for topic in topics}
        here = get_language() or ""
        self.fields["topic"].choices = [  # type: ignore[attr-defined]
            ("", _("the round as a whole")),
            *((key, str(topic.title.said_in(here))) for key, topic in self.topics.items()),
        ]

    def clean_topic(self) -> Topic | None:
        """Give the topic itself, or None."""
        return self.topics.get(self.cleaned_data["topic"])


class AnswerForm(SpeakingForm):
    """An answer to a question, in each of the room's languages."""

    answer = WordsField(label=_("Answer"), longest=4000, rows=6)

    @staticmethod
    def values_of(question: Question) -> dict[str, Any]:
        """Give a question's answer as the form shows it."""
        return {"answer": question.answer}


class JoinForm(forms.Form):
    """A signature for one's own organisation."""

    organisation = LineField(label=_("Your organisation"), max_length=200)
    may_be_named = forms.BooleanField(
        label=_("My organisation may be named where the statement is published"),
        required=False,
        help_text=_("Otherwise it is counted and not named. You can change this until then."),
    )


class JointForm(SpeakingForm, JoinForm):
    """A statement by which several organisations decline."""

    text = WordsField(label=_("Statement"), longest=12_000, rows=10)
    is_public = forms.BooleanField(
        label=_("Publish the statement with the round"),
        required=False,
        help_text=_("It is published only if at least two organisations have signed it."),
    )

    field_order = ("text", "organisation", "may_be_named", "is_public")


class ConfirmForm(forms.Form):
    """Who comes instead: somebody of the roll, or a new person."""

    person = forms.ChoiceField(label=_("Who it is"), widget=forms.RadioSelect, required=False)
    name = LineField(label=_("Name"), max_length=200, required=False)
    organisation = LineField(label=_("Organisation"), max_length=200, required=False)
    reason = SpokenField(
        label=_("Reason, if the list falls below a quota"),
        longest=2000,
        required=False,
        help_text=_("It is published with the round."),
    )

    def __init__(self, *args: Any, persons: Mapping[str, Person], names: Mapping[str, str], **kwargs: Any) -> None:
        """Take who can be chosen, by id, with the names to show."""
        super().__init__(*args, **kwargs)
        self.persons = persons
        self.fields["person"].choices = [*names.items(), ("", _("somebody who is not on the roll yet"))]  # type: ignore[attr-defined]

    def clean_person(self) -> Person | None:
        """Give the person, or None for a new one."""
        return self.persons.get(self.cleaned_data["person"])


class RefuseForm(forms.Form):
    """Why the proposed person is not invited."""

    reply = SpokenField(label=_("Reason, for whoever proposed them"), longest=1000, rows=3)


class RequestForm(forms.Form):
    """What becomes of a need."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[(state, REQUEST_STATES[state]) for state in (ARRANGED, NOT_POSSIBLE)],
        widget=forms.RadioSelect,
    )
    answer = LineField(label=_("A word about it"), max_length=1000, required=False)

    @staticmethod
    def values_of(asked: SupportRequest) -> dict[str, Any]:
        """Give what stands as the form shows it."""
        return {"outcome": asked.state, "answer": asked.answer}
