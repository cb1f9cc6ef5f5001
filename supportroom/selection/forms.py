"""Forms of lists, filters and registrations: they parse to the plain values that the actions take."""

from collections.abc import Mapping, Sequence
from dataclasses import fields as fields_of
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.people.models import Competence
from supportroom.people.places import place_name, region_choices
from supportroom.people.vocabulary import AGE_BANDS, DISABILITIES, GENDERS, SITUATIONS, SPOKEN_LANGUAGES, UNSAID
from supportroom.rounds.models import Group
from supportroom.selection.criteria import REGISTERED, ROLL, Criteria
from supportroom.selection.models import Registration
from supportroom.topics.window import WindowForm
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField

MOST_PLACES = 5000


def _any_of(choices: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return [("", _("any")), *((code, name) for code, name in choices.items() if code != UNSAID)]


class CandidateForm(forms.Form):
    """Whom the team looks for; every field may stay empty, and all that is filled in must hold."""

    find = LineField(label=_("Name or organisation"), max_length=200, required=False)
    source = forms.ChoiceField(
        label=_("Among"),
        choices=[(ROLL, _("everybody on the roll")), (REGISTERED, _("those who registered"))],
        required=False,
    )
    region = forms.ChoiceField(label=_("Lives in"), required=False)
    situation = forms.ChoiceField(label=_("Situation"), choices=_any_of(SITUATIONS), required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=_any_of(GENDERS), required=False)
    age_band = forms.ChoiceField(label=_("Age"), choices=_any_of(AGE_BANDS), required=False)
    disability = forms.ChoiceField(label=_("A disability"), choices=_any_of(DISABILITIES), required=False)
    language = forms.ChoiceField(label=_("Speaks"), choices=_any_of(SPOKEN_LANGUAGES), required=False)
    competence = forms.ChoiceField(label=_("Competent in"), required=False)
    organisation = LineField(label=_("Organisation"), max_length=200, required=False)
    first_time = forms.BooleanField(label=_("Never took part in an earlier round"), required=False)
    not_before = forms.BooleanField(label=_("Never on another round's list"), required=False)

    def __init__(self, *args: Any, fields_known: Sequence[Competence], places_said: set[str], **kwargs: Any) -> None:
        """Take the fields of competence, and the places that anybody names: other countries are shown if named."""
        super().__init__(*args, **kwargs)
        here = get_language() or ""
        *apart, (others, countries) = region_choices()
        said = [(code, name) for code, name in countries if code in places_said]
        whole = [(group, [(code, place_name(code)) for code, _name in places]) for group, places in apart]
        groups = [*whole, *([(others, said)] if said else [])]
        self.fields["region"].choices = [("", _("any")), *groups]  # type: ignore[attr-defined]
        named = [(str(each.pk), str(each.name.said_in(here))) for each in fields_known]
        self.fields["competence"].choices = [("", _("any")), *named]  # type: ignore[attr-defined]

    @property
    def criteria(self) -> Criteria:
        """What was asked for, as far as it was understood; what was not stands in the form's errors."""
        self.is_valid()
        asked = self.cleaned_data if self.is_bound else {}
        known = {field.name: asked[field.name] for field in fields_of(Criteria) if asked.get(field.name)}
        return Criteria(**known)


class PlaceForm(forms.Form):
    """Which group people are put into; none is a choice too."""

    group = forms.ChoiceField(label=_("Group"), required=False)

    def __init__(self, *args: Any, groups: Mapping[str, tuple[Group, str]], **kwargs: Any) -> None:
        """Take the round's groups by id, with the names to show."""
        super().__init__(*args, **kwargs)
        self.groups = groups
        named = ((key, name) for key, (_group, name) in groups.items())
        self.fields["group"].choices = [("", _("no group")), *named]  # type: ignore[attr-defined]

    def clean_group(self) -> Group | None:
        """Give the group itself, or None."""
        found = self.groups.get(self.cleaned_data["group"])
        return found[0] if found else None


class PlacesForm(forms.Form):
    """How many places the list has."""

    places = forms.IntegerField(label=_("Places"), min_value=1, max_value=MOST_PLACES)


class ReasonForm(SpeakingForm):
    """Why the list stays below a quota."""

    reason = WordsField(
        longest=2000,
        rows=4,
        label=_("Reason"),
        help_text=_("It is published with the round if the list is confirmed below this quota. Name nobody."),
    )


class RegistrationForm(WindowForm):
    """A round's open registration."""

    criteria = WordsField(
        longest=4000,
        rows=6,
        label=_("Criteria"),
        help_text=_("Every member reads them: who is looked for, how places are given, what is paid."),
    )

    @staticmethod
    def values_of(registration: Registration) -> dict[str, Any]:
        """Give a registration's values as the form shows them."""
        zone = registration.round.time_zone
        window = WindowForm.window_of(registration.opens_at, registration.closes_at, zone)
        return {**window, "criteria": registration.criteria}


class ApplicationForm(SpeakingForm):
    """What a member says to the criteria."""

    text = WordsField(
        longest=2000,
        rows=4,
        label=_("What you wish to say to the criteria"),
        required=False,
        help_text=_("Only the team reads it."),
    )
