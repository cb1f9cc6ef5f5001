"""Forms of rounds, groups, sessions and participants: they parse to the plain values that the actions take."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.hygiene import is_web_address
from supportroom.people.models import Person
from supportroom.people.vocabulary import GENDERS, UNSAID
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group, Participant, Round, Session
from supportroom.rounds.vocabulary import CLOSED_CONSULTATION, ERRORS, REGIONAL, ROUND_KINDS, SESSION_KINDS
from supportroom.rounds.wall_time import instants_of, is_later_of_two, wall_time_of
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES

Choices = Sequence[tuple[str, Any]]
FIRST, SECOND = "first", "second"


class RoundForm(SpeakingForm):
    """A round's particulars."""

    title = WordsField(longest=300, label=_("Title"))
    kind = forms.ChoiceField(label=_("Kind"), choices=list(ROUND_KINDS.items()), initial=REGIONAL)
    starts_on = DayField(label=_("First day"))
    ends_on = DayField(label=_("Last day"))
    hub = forms.ChoiceField(label=_("Hub"), required=False)
    is_online = forms.BooleanField(label=_("People can take part online"), required=False)
    place = WordsField(
        longest=300,
        label=_("Place"),
        required=False,
        help_text=_("City and country are enough. An address would tell where people meet."),
    )
    time_zone = forms.ChoiceField(
        label=_("Clock of the round"),
        choices=list(CITIES.items()),
        help_text=_("Sessions are planned by this clock; everybody also sees their own."),
    )
    languages = forms.MultipleChoiceField(label=_("Languages spoken"), widget=forms.CheckboxSelectMultiple)
    interpretation = forms.MultipleChoiceField(
        label=_("Simultaneous interpretation into"), required=False, widget=forms.CheckboxSelectMultiple
    )
    purpose = WordsField(longest=5000, rows=4, label=_("Why this round"), required=False)
    organisers = WordsField(longest=2000, rows=2, label=_("Organisers"), required=False)

    def __init__(self, *args: Any, hubs: Choices, **kwargs: Any) -> None:
        """Take the room's hubs and, as every speaking form, its languages."""
        super().__init__(*args, **kwargs)
        self.fields["hub"].choices = [("", _("none")), *hubs]  # type: ignore[attr-defined]
        for name in ("languages", "interpretation"):
            self.fields[name].choices = list(kwargs["languages"].items())  # type: ignore[attr-defined]

    @staticmethod
    def values_of(round: Round) -> dict[str, Any]:
        """Give a round's values as the form shows them."""
        return {name: getattr(round, name) for name in RoundForm.base_fields}

    def clean(self) -> dict[str, Any]:
        """Say at the last day that it lies before the first."""
        values = super().clean() or self.cleaned_data
        first, last = values.get("starts_on"), values.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("This day lies before the first one."))
        return values


class GroupForm(SpeakingForm):
    """A parallel group."""

    name = WordsField(longest=200, label=_("Name of the group"))
    hub = forms.ChoiceField(label=_("Hub"), required=False)

    def __init__(self, *args: Any, hubs: Choices, **kwargs: Any) -> None:
        """Take the room's hubs."""
        super().__init__(*args, **kwargs)
        self.fields["hub"].choices = [("", _("none")), *hubs]  # type: ignore[attr-defined]

    @staticmethod
    def values_of(group: Group) -> dict[str, Any]:
        """Give a group's values as the form shows them."""
        return {"name": group.name, "hub": group.hub}


class NewPillarForm(SpeakingForm):
    """A pillar that is proposed on the spot."""

    name = WordsField(longest=300, label=_("Name of the pillar"))


class KnownPillarForm(forms.Form):
    """A pillar that the room has and the round does not use yet."""

    pillar = forms.ChoiceField(label=_("Pillar"))

    def __init__(self, *args: Any, pillars: Mapping[str, Pillar], **kwargs: Any) -> None:
        """Take the pillars by their id."""
        super().__init__(*args, **kwargs)
        self.pillars = pillars
        self.fields["pillar"].choices = [(key, str(each)) for key, each in pillars.items()]  # type: ignore[attr-defined]

    def clean_pillar(self) -> Pillar:
        """Give the pillar itself."""
        return self.pillars[self.cleaned_data["pillar"]]


class BegunSessionForm(SpeakingForm):
    """What can still be changed of a session that has begun."""

    title = WordsField(longest=300, label=_("Title"))
    place = WordsField(
        longest=300,
        label=_("Place"),
        required=False,
        help_text=_("Everybody who may read the programme sees it. Leave out what only those who come should know."),
    )
    link = LineField(
        label=_("Link to the meeting"),
        max_length=500,
        required=False,
        help_text=_("Seen by the team and by those who take part in this session; it never stands in the programme."),
        widget=forms.TextInput(attrs={"inputmode": "url", "dir": "ltr", "autocomplete": "off"}),
    )

    @staticmethod
    def values_of(session: Session) -> dict[str, Any]:
        """Give a session's title, place and link."""
        return {"title": session.title, "place": session.place, "link": session.link}

    def clean_link(self) -> str:
        """Refuse what no browser would open encrypted."""
        link: str = self.cleaned_data["link"]
        if link and not is_web_address(link):
            raise ValidationError(str(ERRORS["rounds.link"]))
        return link


class SessionForm(BegunSessionForm):
    """A session; its hours are typed as clocks in the round's zone show them, and cleaned to instants."""

    kind = forms.ChoiceField(label=_("Kind"), choices=list(SESSION_KINDS.items()), initial=CLOSED_CONSULTATION)
    group = forms.ChoiceField(label=_("Who meets"), required=False)
    day = DayField(label=_("Day"))
    starts = HourField(label=_("From"))
    ends = HourField(label=_("To"))
    which = forms.ChoiceField(
        label=_("That night the clock is turned back"),
        choices=[
            (FIRST, _("the first time the clock shows this hour")),
            (SECOND, _("the second time, after it was turned back")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    is_chatham = forms.BooleanField(
        label=_("Under the Chatham House Rule"),
        required=False,
        initial=True,
        help_text=_("What is said may be used, who said it may not. It is erased when the session closes."),
    )
    interpretation = forms.MultipleChoiceField(
        label=_("Interpretation into"), required=False, widget=forms.CheckboxSelectMultiple
    )
    facilitator_is_sought = forms.BooleanField(
        label=_("A facilitator is sought"),
        required=False,
        help_text=_("Those who take part can offer to facilitate. The session still chooses when it opens."),
    )

    def __init__(self, *args: Any, round: Round, groups: Sequence[Group], **kwargs: Any) -> None:
        """Take the round, whose clock and days count, and its groups."""
        super().__init__(*args, **kwargs)
        self.round, self.groups = round, {str(group.pk): group for group in groups}
        self.asks_which = False
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            ("", _("everybody in the round")),
            *((key, str(group.name.said_in(self.language))) for key, group in self.groups.items()),
        ]
        self.fields["interpretation"].choices = list(kwargs["languages"].items())  # type: ignore[attr-defined]
        self.fields["starts"].help_text = _("by the clock of %(city)s") % {"city": city(round.time_zone)}

    @staticmethod
    def values_of(session: Session) -> dict[str, Any]:
        """Give a session's values as the form shows them."""
        zone = session.round.time_zone
        starts, ends = wall_time_of(session.starts_at, zone), wall_time_of(session.ends_at, zone)
        return {
            **BegunSessionForm.values_of(session),
            "interpretation": session.interpretation,
            "facilitator_is_sought": session.facilitator_is_sought,
            "kind": session.kind,
            "group": str(session.group_id or ""),
            "day": starts.date(),
            "starts": starts.time(),
            "ends": ends.time(),
            "which": SECOND if is_later_of_two(session.starts_at, zone) else FIRST,
            "is_chatham": session.is_chatham,
        }

    def clean_group(self) -> Group | None:
        """Give the group itself, or None for everybody."""
        return self.groups.get(self.cleaned_data["group"])

    def clean(self) -> dict[str, Any]:
        """Give the values that `add_session` takes: instants instead of day and hours."""
        values = super().clean() or self.cleaned_data
        starts_at, ends_at = self._instant("starts"), self._instant("ends")
        if starts_at and ends_at and ends_at <= starts_at:
            self.add_error("ends", _("The session ends before it begins."))
        if self.errors:
            return values
        kept = {name: value for name, value in values.items() if name not in {"day", "starts", "ends", "which"}}
        return {**kept, "starts_at": starts_at, "ends_at": ends_at}

    def _instant(self, name: str) -> datetime | None:
        day, hour = self.cleaned_data.get("day"), self.cleaned_data.get(name)
        if not day or not hour:
            return None
        found = instants_of(day, hour, self.round.time_zone)
        if not found:
            self.add_error(name, _("On this day the clock jumps over this hour: it does not exist. Choose another."))
            return None
        which = self.cleaned_data.get("which")
        if len(found) > 1:
            self.asks_which = True
            if not which:
                self.add_error(name, _("On this day the clock shows this hour twice. Choose below which one is meant."))
        return found[-1] if which == SECOND else found[0]


class OpenSessionForm(forms.Form):
    """Whom the session chose, and how many are there."""

    facilitator = forms.ChoiceField(label=_("Facilitator"))
    rapporteur = forms.ChoiceField(label=_("Rapporteur"), required=False)
    present = forms.IntegerField(label=_("How many are present"), min_value=1, max_value=30_000)

    def __init__(self, *args: Any, persons: Mapping[str, Person], names: Mapping[str, str], **kwargs: Any) -> None:
        """Take who can be chosen, by id, with the names to show."""
        super().__init__(*args, **kwargs)
        self.persons = persons
        self.fields["facilitator"].choices = list(names.items())  # type: ignore[attr-defined]
        self.fields["rapporteur"].choices = [("", _("nobody yet")), *names.items()]  # type: ignore[attr-defined]

    def clean_facilitator(self) -> Person:
        """Give the person."""
        return self.persons[self.cleaned_data["facilitator"]]

    def clean_rapporteur(self) -> Person | None:
        """Give the person, or None."""
        return self.persons.get(self.cleaned_data["rapporteur"])


class PlaceInRoundForm(forms.Form):
    """Where somebody stands in the round, and what its figures count."""

    group = forms.ChoiceField(label=_("Group"), required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=list(GENDERS.items()), initial=UNSAID)
    residence = LineField(
        label=_("Lives in"),
        max_length=80,
        required=False,
        help_text=_("A region, not a town: it is used for the report's figures alone."),
    )

    def __init__(self, *args: Any, groups: Mapping[str, tuple[Group, str]], **kwargs: Any) -> None:
        """Take the round's groups by id, with the names to show."""
        super().__init__(*args, **kwargs)
        self.groups = groups
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            ("", _("no group")),
            *((key, name) for key, (_group, name) in groups.items()),
        ]

    @staticmethod
    def values_of(participant: Participant) -> dict[str, Any]:
        """Give a participant's values as the form shows them."""
        return {
            "group": str(participant.group_id or ""),
            "gender": participant.gender,
            "residence": participant.residence,
        }

    def clean_group(self) -> Group | None:
        """Give the group itself, or None."""
        found = self.groups.get(self.cleaned_data["group"])
        return found[0] if found else None


class ParticipantForm(PlaceInRoundForm):
    """Somebody who takes part, typed in."""

    name = LineField(label=_("Name"), max_length=200)
    organisation = LineField(label=_("Organisation"), max_length=200, required=False)
    is_new = forms.BooleanField(
        label=_("Somebody else of the same name"),
        required=False,
        help_text=_("Otherwise a person of this name and organisation who is on the roll already is taken."),
    )

    field_order = ("name", "organisation", "group", "gender", "residence", "is_new")


class ListForm(forms.Form):
    """A list of participants as a file."""

    file = forms.FileField(label=_("File"), help_text=_("CSV or Excel (.xlsx), up to 5,000 rows"))

    def clean_file(self) -> Any:
        """Refuse what is larger than any list."""
        file = self.cleaned_data["file"]
        if file.size > 5 * 1024 * 1024:
            raise ValidationError(_("The file is larger than 5 MB."))
        return file
