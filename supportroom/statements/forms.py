"""What people type about statements and reports, as plain values."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import LONGEST, MultilingualText
from supportroom.people.models import Person
from supportroom.points.models import Point
from supportroom.rounds.models import Group, Session
from supportroom.statements.queries import Pick
from supportroom.texts.vocabulary import HEADING, PARAGRAPH
from supportroom.web.language_fields import SpeakingForm, WordsField


class NameForm(SpeakingForm):
    """A statement's title and its addressee."""

    title = WordsField(label=_("Title"), longest=300)
    addressee = WordsField(label=_("To whom"), longest=300, help_text=_("An institution, with its full name."))


class StartForm(NameForm):
    """A new statement: of which group, and to whom."""

    def __init__(self, *args: Any, groups: Iterable[Group], whole: bool, **kwargs: Any) -> None:
        """Take the groups that can be chosen, and whether a statement of the whole round can be begun."""
        super().__init__(*args, **kwargs)
        self.groups = {str(group.pk): group for group in groups}
        named = [(key, str(group.name.said_in(self.language))) for key, group in self.groups.items()]
        choices = [*([("", _("the whole round"))] if whole else []), *named]
        if len(choices) > 1:
            self.fields["group"] = forms.ChoiceField(label=_("Group"), choices=choices, required=not whole)

    def clean(self) -> dict[str, Any]:
        """Give the group itself; the only one where there is no choice."""
        values = super().clean() or self.cleaned_data
        only = next(iter(self.groups), "") if "group" not in self.fields else ""
        return {**values, "group": self.groups.get(values.get("group") or only)}


class PickForm(forms.Form):
    """Agreed points, taken from a list by pillar."""

    together = forms.BooleanField(label=_("Make one item out of all of them"), required=False)

    def __init__(self, *args: Any, listed: list[tuple[MultilingualText, list[Pick]]], **kwargs: Any) -> None:
        """Take the points that can be chosen, by pillar."""
        super().__init__(*args, **kwargs)
        self.listed = listed
        self.points = {str(pick.point.pk): pick.point for _name, picks in listed for pick in picks}
        self.fields["points"] = forms.MultipleChoiceField(choices=[(key, key) for key in self.points], required=False)

    def clean_points(self) -> list[Point]:
        """Give the points themselves."""
        return [self.points[key] for key in self.cleaned_data["points"]]


class SourcesForm(PickForm):
    """The points on which one item rests."""

    together = None  # type: ignore[assignment]


class AroundForm(SpeakingForm):
    """Words around a statement's items."""

    content = WordsField(label=_("Words"), longest=LONGEST, rows=4)
    kind = forms.ChoiceField(
        label=_("What they are"), choices=[(PARAGRAPH, _("a paragraph")), (HEADING, _("a heading"))], initial=PARAGRAPH
    )


class ParagraphForm(SpeakingForm):
    """A new paragraph of a report."""

    content = WordsField(label=_("Words"), longest=LONGEST, rows=5)


class SpokespersonForm(forms.Form):
    """Who speaks for a statement."""

    def __init__(self, *args: Any, persons: Iterable[tuple[Person, str]], **kwargs: Any) -> None:
        """Take who can be chosen, each with the name that the reader may see."""
        super().__init__(*args, **kwargs)
        self.persons = {str(person.pk): person for person, _name in persons}
        named = [(str(person.pk), name) for person, name in persons]
        self.fields["person"] = forms.ChoiceField(label=_("Who takes part"), choices=named)

    def clean_person(self) -> Person:
        """Give the person."""
        return self.persons[self.cleaned_data["person"]]


class DeliveryForm(forms.Form):
    """In which session a statement was delivered."""

    def __init__(self, *args: Any, sessions: Iterable[Session], language: str, **kwargs: Any) -> None:
        """Take the sessions that can be chosen."""
        super().__init__(*args, **kwargs)
        self.sessions = {str(session.pk): session for session in sessions}
        named = [(key, str(session.title.said_in(language))) for key, session in self.sessions.items()]
        self.fields["session"] = forms.ChoiceField(label=_("Session"), choices=named)

    def clean_session(self) -> Session:
        """Give the session."""
        return self.sessions[self.cleaned_data["session"]]


class ReplyForm(SpeakingForm):
    """What an addressee replied."""

    by = WordsField(label=_("Who replied"), longest=300, help_text=_("An institution; not the name of a person."))
    content = WordsField(label=_("What was replied"), longest=LONGEST, rows=5)
    received_on = forms.DateField(
        label=_("On which day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with today."""
        super().__init__(*args, **kwargs)
        self.fields["received_on"].initial = now().date
