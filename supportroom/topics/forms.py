"""Forms of topics: they parse to the plain values that the actions take."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.topics.models import Call, DiscussionPoint, Topic
from supportroom.topics.sources import Source
from supportroom.topics.vocabulary import TOPIC_STATES
from supportroom.topics.window import WindowForm
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

MOST_MARKS = 20
VERBS = {
    "take_up": _("Taken up: it will be discussed"),
    "merge": _("Merged into another point of this topic"),
    "leave_out": _("Left out, and why"),
}
TEXT = {"longest": 4000, "rows": 4}


class CallForm(WindowForm):
    """The call for topics of a round."""

    marks = forms.IntegerField(
        label=_("Marks for each member"),
        min_value=1,
        max_value=MOST_MARKS,
        help_text=_("How many topics one member may support, so that priorities show."),
    )
    text = WordsField(**TEXT, label=_("What members should know"), required=False)

    field_order = ("opens_day", "opens_hour", "closes_day", "closes_hour", "marks", "text")

    @staticmethod
    def values_of(call: Call) -> dict[str, Any]:
        """Give a call's values as the form shows them."""
        window = WindowForm.window_of(call.opens_at, call.closes_at, call.round.time_zone)
        return {**window, "marks": call.marks, "text": call.text}


class CallTextForm(SpeakingForm):
    """What can still be changed of a call that is over: its words."""

    text = WordsField(**TEXT, label=_("What members should know"), required=False)

    @staticmethod
    def values_of(call: Call) -> dict[str, Any]:
        """Give a call's words."""
        return {"text": call.text}


class FrameworkForm(SpeakingForm):
    """The words of a topic's framework; those that a reader may not change are left out."""

    title = WordsField(longest=200, label=_("Topic"))
    why = WordsField(**TEXT, label=_("Why it matters now"))
    questions = WordsField(
        **TEXT,
        label=_("Guiding questions"),
        required=False,
        help_text=_("What the round should find an answer to; one on each line."),
    )

    def __init__(self, *args: Any, leave_out: Sequence[str] = (), **kwargs: Any) -> None:
        """Take the names of fields that are not shown."""
        super().__init__(*args, **kwargs)
        for name in leave_out:
            del self.fields[name]

    @staticmethod
    def values_of(topic: Topic) -> dict[str, Any]:
        """Give a topic's words as the form shows them."""
        return {name: getattr(topic, name) for name in TranslationForm.base_fields}


class TranslationForm(FrameworkForm):
    """All words that stand with a topic, to be translated."""

    competence = WordsField(longest=500, label=_("What the contact person knows of it"), required=False)
    reason = WordsField(longest=2000, rows=3, label=_("Why it was deferred or merged"), required=False)


class ProposalForm(FrameworkForm):
    """A new topic, with ticks for earlier outcomes that it takes up."""

    sources = forms.MultipleChoiceField(
        label=_("Does it take up something that earlier rounds left open?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, offered: Iterable[tuple[Source, str]], **kwargs: Any) -> None:
        """Take what is offered, each with the words to show, in their order."""
        super().__init__(*args, **kwargs)
        offers = list(offered)
        self.offered = {source.reference: source for source, _words in offers}
        if not offers:
            del self.fields["sources"]
            return
        self.fields["sources"].choices = [(source.reference, words) for source, words in offers]  # type: ignore[attr-defined]

    def clean_sources(self) -> list[Source]:
        """Give what was ticked."""
        return [self.offered[reference] for reference in self.cleaned_data["sources"]]


class SaidForm(forms.Form):
    """Words in one language: a remark, a discussion point."""

    def __init__(
        self, *args: Any, languages: Mapping[str, str], longest: int, label: Any, rows: int = 3, **kwargs: Any
    ) -> None:
        """Take the languages that can be chosen, the longest text, and what the box is called."""
        super().__init__(*args, **kwargs)
        box = forms.Textarea(attrs={"rows": rows})
        self.fields["text"] = ProseField(label=label, max_length=longest, widget=box)
        self.fields["language"] = _language_field(languages)

    def clean(self) -> dict[str, Any]:
        """Give the text with its language."""
        values = super().clean() or self.cleaned_data
        if "text" not in values or "language" not in values:
            return values
        return {"text": multilingual(values["language"], **{values["language"]: values["text"]})}


class ReadingForm(forms.Form):
    """A title to read, with its web address."""

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["title"] = LineField(label=_("Title, and who wrote it"), max_length=300)
        self.fields["address"] = LineField(
            label=_("Web address"), max_length=500, required=False, help_text=_("It begins with https://.")
        )
        self.fields["language"] = _language_field(languages)

    def clean(self) -> dict[str, Any]:
        """Give the title with its language."""
        values = super().clean() or self.cleaned_data
        if "title" not in values or "language" not in values:
            return values
        title = multilingual(values["language"], **{values["language"]: values["title"]})
        return {"title": title, "address": values.get("address", "")}


def _language_field(languages: Mapping[str, str]) -> forms.ChoiceField:
    here = get_language() or ""
    ordered = sorted(languages.items(), key=lambda pair: pair[0] != here)
    return forms.ChoiceField(label=_("Written in"), choices=ordered)


class PointForm(SpeakingForm):
    """A discussion point in all its languages."""

    text = WordsField(longest=1000, rows=3, label=_("Discussion point"))


class DeferForm(SpeakingForm):
    """Why a topic is left for later."""

    reason = WordsField(longest=2000, rows=3, label=_("Why it is deferred"))


class MergeForm(SpeakingForm):
    """Into which topic another one goes."""

    into = forms.ChoiceField(label=_("Into"))
    reason = WordsField(longest=2000, rows=2, label=_("Why"), required=False)

    def __init__(self, *args: Any, topics: Iterable[Topic], **kwargs: Any) -> None:
        """Take the topics that can take another one in."""
        super().__init__(*args, **kwargs)
        self.topics = {str(topic.pk): topic for topic in topics}
        named = [(key, str(topic.title.said_in(self.language))) for key, topic in self.topics.items()]
        self.fields["into"].choices = named  # type: ignore[attr-defined]

    def clean_into(self) -> Topic:
        """Give the topic itself."""
        return self.topics[self.cleaned_data["into"]]


class SettleForm(SpeakingForm):
    """What became of a discussion point."""

    verb = forms.ChoiceField(label=_("What becomes of it?"), widget=forms.RadioSelect)
    into = forms.ChoiceField(label=_("Merged into"), required=False)
    reason = WordsField(longest=1000, rows=2, label=_("Why"), required=False)

    def __init__(self, *args: Any, verbs: Sequence[str], points: Iterable[DiscussionPoint], **kwargs: Any) -> None:
        """Take the verbs that are possible now, and the points that can take this one in."""
        super().__init__(*args, **kwargs)
        self.points = {str(point.pk): point for point in points}
        named = [(key, str(point.text.said_in(self.language))[:120]) for key, point in self.points.items()]
        self.fields["verb"].choices = [(verb, VERBS[verb]) for verb in verbs if verb != "merge" or named]  # type: ignore[attr-defined]
        self.fields["into"].choices = [("", _("none")), *named]  # type: ignore[attr-defined]
        if not named:
            del self.fields["into"]

    def clean_into(self) -> DiscussionPoint | None:
        """Give the point itself, or None."""
        return self.points.get(self.cleaned_data["into"])

    def clean(self) -> dict[str, Any]:
        """Ask for the point to merge into where it is to be merged."""
        values = super().clean() or self.cleaned_data
        if values.get("verb") == "merge" and not values.get("into"):
            self.add_error("into", ValidationError(_("Choose the point that it is merged into.")))
        return values


class ContactForm(SpeakingForm):
    """Who answers questions about a topic."""

    contact = forms.ChoiceField(label=_("Contact person"), widget=forms.RadioSelect)
    competence = WordsField(
        longest=500,
        label=_("What they know of it"),
        help_text=_("It stands beside their name, for the team and for those who are invited or take part."),
    )

    def __init__(self, *args: Any, persons: Mapping[str, tuple[Person, str]], **kwargs: Any) -> None:
        """Take who can be chosen, by id, each with the name to show."""
        super().__init__(*args, **kwargs)
        self.persons = persons
        self.fields["contact"].choices = [(key, name) for key, (_person, name) in persons.items()]  # type: ignore[attr-defined]

    def clean_contact(self) -> Person:
        """Give the person."""
        return self.persons[self.cleaned_data["contact"]][0]


class SearchForm(forms.Form):
    """Words to look for, and a state."""

    q = LineField(label=_("Words"), max_length=200, required=False, widget=forms.TextInput(attrs={"type": "search"}))
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *TOPIC_STATES.items()])
