"""Forms of working groups: they parse to the plain values that the actions take."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.groups.vocabulary import MOST_YEARS
from supportroom.kernel.multilingual import MultilingualText
from supportroom.people.models import Competence
from supportroom.people.places import place_name, region_choices
from supportroom.room.queries import charter
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.topics.models import Topic
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import ProseField, SpeakingForm, WordsField


class FieldsChosen(forms.MultipleChoiceField):
    """Fields of competence, ticked; gives the fields themselves."""

    def __init__(self, **kwargs: Any) -> None:
        """Take Django's arguments."""
        super().__init__(widget=forms.CheckboxSelectMultiple, required=False, **kwargs)
        self.known: dict[str, Competence] = {}

    def offer(self, known: Sequence[Competence]) -> None:
        """Offer these fields, in the reader's language."""
        self.known, here = {str(each.pk): each for each in known}, get_language() or ""
        self.choices = [(key, str(each.name.said_in(here))) for key, each in self.known.items()]

    def clean(self, value: Any) -> Any:
        """Give the fields of competence."""
        return [self.known[key] for key in super().clean(value)]


class CallForm(SpeakingForm):
    """A call for a working group, or its words written anew."""

    title = WordsField(longest=200, label=_("What the group is about"))
    task = WordsField(
        longest=4000,
        rows=5,
        label=_("Task"),
        help_text=_("What the joint paper should answer, and for whom it is written."),
    )
    topic = forms.ChoiceField(label=_("Topic"), required=False, help_text=_("If it follows from a topic of a round."))
    fields_wanted = FieldsChosen(
        label=_("Fields of competence that the task asks for"),
        help_text=_("The ranking of candidates begins with these."),
    )
    seats_wanted = forms.TypedChoiceField(label=_("Seats"), coerce=int)

    def __init__(
        self, *args: Any, competences: Sequence[Competence], topics: Sequence[Topic] = (), **kwargs: Any
    ) -> None:
        """Take the fields of competence and the topics to choose from."""
        super().__init__(*args, **kwargs)
        self.topics, here, room = {str(each.pk): each for each in topics}, get_language() or "", charter()
        self.fields["fields_wanted"].offer(competences)  # type: ignore[attr-defined]
        seats = [(number, str(number)) for number in range(room.seats_least, room.seats_most + 1)]
        self.fields["seats_wanted"].choices = seats  # type: ignore[attr-defined]
        named = [(key, str(each.title.said_in(here))) for key, each in self.topics.items()]
        self.fields["topic"].choices = [("", _("none")), *named]  # type: ignore[attr-defined]
        for name, known in (("topic", topics), ("fields_wanted", competences)):
            if not known:
                del self.fields[name]

    @staticmethod
    def values_of(group: WorkingGroup) -> dict[str, Any]:
        """Give a group's values as the form shows them."""
        chosen = [str(pk) for pk in group.fields.values_list("pk", flat=True)]
        plain = {name: getattr(group, name) for name in ("title", "task", "seats_wanted")}
        return {**plain, "fields_wanted": chosen, "topic": str(group.topic_id or "")}

    def clean(self) -> dict[str, Any]:
        """Give what the actions take."""
        values = dict(super().clean() or self.cleaned_data)
        values["fields"] = values.pop("fields_wanted", [])
        values["topic"] = self.topics.get(values.pop("topic", ""))
        return values


class TranslationForm(SpeakingForm):
    """Translations of the words that stand with a group."""

    title = WordsField(longest=200, label=_("What the group is about"))
    task = WordsField(longest=4000, rows=6, label=_("Task"))
    reason = WordsField(longest=2000, rows=4, label=_("Reason"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Leave out what stands empty."""
        super().__init__(*args, **kwargs)
        if not self.initial.get("reason"):
            del self.fields["reason"]

    @staticmethod
    def values_of(group: WorkingGroup) -> dict[str, Any]:
        """Give a group's words."""
        return {"title": group.title, "task": group.task, "reason": group.reason}


class UntilForm(forms.Form):
    """Until when candidates are taken, by the room's clock."""

    day = DayField(label=_("Candidates until the"))
    hour = HourField(label=_("at"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Name the clock that counts."""
        super().__init__(*args, **kwargs)
        self.zone = charter().time_zone
        self.fields["hour"].help_text = _("by the clock of %(city)s") % {"city": city(self.zone)}

    @staticmethod
    def values_of(moment: Any) -> dict[str, Any]:
        """Give an instant as the form shows it."""
        wall = wall_time_of(moment, charter().time_zone)
        return {"day": wall.date(), "hour": wall.time().replace(second=0, microsecond=0)}

    def clean(self) -> dict[str, Any]:
        """Give `candidates_until`; of an hour that the clock shows twice the later, so that nobody loses time."""
        values = super().clean() or self.cleaned_data
        if not (values.get("day") and values.get("hour") is not None):
            return values
        found = instants_of(values["day"], values["hour"], self.zone)
        if not found:
            self.add_error("hour", _("On this day the clock jumps over this hour: it does not exist. Choose another."))
            return values
        return {"candidates_until": found[-1]}


class ReasonForm(SpeakingForm):
    """Why something ends or does not begin."""

    reason = WordsField(longest=2000, rows=4, label=_("Why, for the members to read"))


class StandForm(SpeakingForm):
    """What somebody says who stands for a group."""

    fields_known = FieldsChosen(label=_("What you know well"), help_text=_("Those that the task asks for stand first."))
    years = forms.IntegerField(label=_("Years of work in them"), min_value=0, max_value=MOST_YEARS)
    works = ProseField(
        label=_("Works"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Studies, articles, cases, projects: what shows your competence."),
    )
    statement = WordsField(longest=2000, rows=3, label=_("Why you stand"), required=False)
    lives_in = forms.ChoiceField(
        label=_("Where you live"), required=False, help_text=_("A region is enough; nobody asks for a town.")
    )
    works_in = forms.ChoiceField(label=_("Where you work"), required=False)
    conflict = ProseField(
        label=_("An interest that could colour your work"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A post, a contract, a close relation. The team reads it, and the group if you are appointed."),
    )

    def __init__(self, *args: Any, competences: Sequence[Competence], wanted: Sequence[int], **kwargs: Any) -> None:
        """Take the fields to choose from, and those that the task asks for."""
        super().__init__(*args, **kwargs)
        ordered = sorted(competences, key=lambda each: each.pk not in wanted)
        self.fields["fields_known"].offer(ordered)  # type: ignore[attr-defined]
        if not ordered:
            del self.fields["fields_known"]
        for name in ("lives_in", "works_in"):
            places, stands = region_choices(), str(self.initial.get(name) or "")
            if stands and not any(code == stands for _group, codes in places for code, _name in codes):
                places.insert(0, (place_name(stands), [(stands, place_name(stands))]))
            self.fields[name].choices = [("", _("not said")), *places]  # type: ignore[attr-defined]

    @staticmethod
    def values_of(candidate: Candidate) -> dict[str, Any]:
        """Give what was said before."""
        plain = ("years", "works", "statement", "lives_in", "works_in", "conflict")
        chosen = [str(pk) for pk in candidate.fields.values_list("pk", flat=True)]
        return {name: getattr(candidate, name) for name in plain} | {"fields_known": chosen}

    def clean(self) -> dict[str, Any]:
        """Give what the action takes."""
        values = dict(super().clean() or self.cleaned_data)
        values["fields"] = values.pop("fields_known", [])
        return values


def said_here(words: str) -> MultilingualText:
    """Give a text in the reader's language alone."""
    here = get_language() or "en"
    return MultilingualText(here, {here: words}, {}) if words else MultilingualText()


class ChoiceForm(SpeakingForm):
    """Who of the candidates is appointed, each with the reason that is published, and why otherwise than the ranking.

    What it asks of one candidate stands in `row(candidate_id)`.
    """

    spread_reason = ProseField(
        label=_("Why all of them live in one place"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where they do: it is published with the appointment."),
    )

    def __init__(self, *args: Any, candidates: Mapping[int, MultilingualText], **kwargs: Any) -> None:
        """Take the candidates in their order, each with the reason that is proposed for publication."""
        self.order = list(candidates)
        super().__init__(*args, **kwargs)

    @classmethod
    def made_for(cls, *args: Any, candidates: Mapping[int, MultilingualText], **kwargs: Any) -> "ChoiceForm":
        """Give a form with three fields for each candidate."""
        fields: dict[str, forms.Field] = {}
        for key, reason in candidates.items():
            fields[f"seat_{key}"] = forms.BooleanField(label=_("Appoint"), required=False)
            fields[f"reason_{key}"] = WordsField(
                longest=2000, rows=2, label=_("The reason that is published"), required=False, initial=reason
            )
            fields[f"departure_{key}"] = ProseField(
                label=_("Why otherwise than the ranking"),
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        made = type("ChoicesForm", (cls,), fields)
        return made(*args, candidates=candidates, **kwargs)

    def row(self, key: int) -> dict[str, forms.BoundField]:
        """Give the three fields of a candidate."""
        return {name: self[f"{name}_{key}"] for name in ("seat", "reason", "departure")}

    def chosen(self) -> list[int]:
        """Give who is ticked, in the order of the ranking."""
        return [key for key in self.order if self.cleaned_data.get(f"seat_{key}")]

    def clean(self) -> dict[str, Any]:
        """Give who is ticked with their words, and the words for those who are not."""
        values = super().clean() or self.cleaned_data
        ticked = self.chosen()
        departures = {key: said_here(values.get(f"departure_{key}", "")) for key in self.order}
        return {
            **values,
            "ticked": [(key, values.get(f"reason_{key}") or MultilingualText(), departures[key]) for key in ticked],
            "left": {key: words for key, words in departures.items() if key not in ticked and words},
            "spread": said_here(values.get("spread_reason", "")),
        }


class ReplacementForm(SpeakingForm):
    """Who fills a seat that was given up."""

    candidate = forms.TypedChoiceField(label=_("Who fills the seat"), coerce=int, widget=forms.RadioSelect)
    reason = WordsField(longest=2000, rows=3, label=_("The reason that is published"))
    departure = ProseField(
        label=_("Why otherwise than the ranking"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Only where it is not the first of the ranking."),
    )

    def __init__(self, *args: Any, choices: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        """Take the candidates to choose from, in the order of the ranking."""
        super().__init__(*args, **kwargs)
        self.fields["candidate"].choices = choices  # type: ignore[attr-defined]
