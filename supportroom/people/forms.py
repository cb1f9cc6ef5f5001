"""Forms of persons, roles and accounts."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.people.models import Competence, Person, Profile
from supportroom.people.places import place_name, region_choices
from supportroom.people.vocabulary import (
    AGE_BANDS,
    DISABILITIES,
    GENDERS,
    LONGEST_DEVICE_NAME,
    READING_LANGUAGES,
    ROLES,
    SITUATIONS,
    SPOKEN_LANGUAGES,
    UNSAID,
)
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES

LONGEST_PASSWORD = 200
LONGEST_ANSWER = 12_000


class NameForm(forms.Form):
    """What a person is called, and where they belong."""

    name = LineField(label=_("Name"), max_length=200)
    organisation = LineField(label=_("Organisation"), max_length=200, required=False)

    @staticmethod
    def values_of(person: Person) -> dict[str, Any]:
        """Give a person's values as the form shows them."""
        return {"name": person.name, "organisation": person.organisation.name if person.organisation else ""}


class PersonForm(NameForm):
    """A new person on the roll."""

    roles = forms.MultipleChoiceField(
        label=_("Roles in the room"),
        choices=list(ROLES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Who takes part in a round is said in the round; roles here hold everywhere."),
    )
    language = forms.ChoiceField(label=_("Reads in"), choices=list(READING_LANGUAGES.items()))
    time_zone = forms.ChoiceField(
        label=_("Lives by the clock of"), choices=list(CITIES.items()), initial="Asia/Damascus"
    )

    def clean_roles(self) -> tuple[str, ...]:
        """Give the roles as the action takes them."""
        return tuple(self.cleaned_data["roles"])


class RoleForm(forms.Form):
    """A role to give or take."""

    role = forms.ChoiceField(label=_("Role"), choices=list(ROLES.items()))


class ReadingForm(forms.Form):
    """The language and the clock that a person reads by."""

    language = forms.ChoiceField(label=_("Language"), choices=list(READING_LANGUAGES.items()))
    time_zone = forms.ChoiceField(label=_("Clock"), choices=list(CITIES.items()))

    @staticmethod
    def values_of(person: Person) -> dict[str, Any]:
        """Give a person's values as the form shows them."""
        return {"language": person.language, "time_zone": person.time_zone}


class NewPasswordForm(forms.Form):
    """A password to choose."""

    password = forms.CharField(
        label=_("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        help_text=_("At least 12 characters. A sentence that only you would say is easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Refuse short and common ones before anything is written."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class AnotherPasswordForm(NewPasswordForm):
    """A password in the place of the one before."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Say that it is the new one that is wanted."""
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("New password")


class AcceptForm(NewPasswordForm):
    """What somebody will sign in with."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("Only for signing in. Choose one that does not show your name, if you can."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    field_order = ("email", "password")


class SignInForm(forms.Form):
    """The first page of signing in."""

    login = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "dir": "ltr"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """Six digits from the phone, or one of the recovery codes."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "dir": "ltr", "spellcheck": "false"}),
    )


class PasskeyNameForm(forms.Form):
    """What somebody calls a new passkey."""

    name = LineField(
        label=_("What you call it"),
        max_length=LONGEST_DEVICE_NAME,
        help_text=_("For example: my old phone. Choose a name that tells others nothing."),
    )


class PasskeyForm(forms.Form):
    """What a device signed; a script fills it in."""

    answer = forms.CharField(max_length=LONGEST_ANSWER, widget=forms.HiddenInput)


class NewPasskeyForm(PasskeyNameForm, PasskeyForm):
    """A new passkey: its name, when the device was asked, and what it signed."""

    made = forms.CharField(max_length=300, widget=forms.HiddenInput)


class ConfirmForm(forms.Form):
    """The password once more; its field has a name that no other form uses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Make the one field."""
        super().__init__(*args, **kwargs)
        self.fields["confirm-password"] = forms.CharField(
            label=_("Your password"),
            max_length=LONGEST_PASSWORD,
            strip=False,
            widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        )


class DeviceForm(forms.Form):
    """What somebody calls the device in hand."""

    name = LineField(
        label=_("What you call this device"),
        max_length=LONGEST_DEVICE_NAME,
        help_text=_("For example: my old phone. Choose a name that tells others nothing."),
    )


def _said(choices: dict[str, Any]) -> list[tuple[str, Any]]:
    """Give choices with "not said" first."""
    return [(UNSAID, choices[UNSAID]), *((code, name) for code, name in choices.items() if code != UNSAID)]


class ProfileForm(forms.Form):
    """What a member says of themselves; every field may stay as it is."""

    region = forms.ChoiceField(
        label=_("Where you live"), required=False, help_text=_("A region is enough; nobody asks for a town.")
    )
    situation = forms.ChoiceField(label=_("Situation"), choices=_said(SITUATIONS), required=False)
    gender = forms.ChoiceField(label=_("Gender"), choices=_said(GENDERS), required=False)
    age_band = forms.ChoiceField(label=_("Age"), choices=_said(AGE_BANDS), required=False)
    disability = forms.ChoiceField(label=_("A disability"), choices=_said(DISABILITIES), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages you speak"),
        choices=list(SPOKEN_LANGUAGES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    competences = forms.MultipleChoiceField(
        label=_("What you know well"), required=False, widget=forms.CheckboxSelectMultiple
    )
    network = LineField(
        label=_("Network"),
        max_length=200,
        required=False,
        help_text=_("A network or coalition that you work in. The team writes down your organisation."),
    )

    def __init__(self, *args: Any, fields_known: Sequence[Competence], **kwargs: Any) -> None:
        """Take the fields of competence to choose from."""
        super().__init__(*args, **kwargs)
        self.known, here = {str(each.pk): each for each in fields_known}, get_language() or ""
        places, stands = region_choices(), str(self.initial.get("region") or "")
        if stands and not any(code == stands for _group, codes in places for code, _name in codes):
            places.insert(0, (place_name(stands), [(stands, place_name(stands))]))
        self.fields["region"].choices = [("", GENDERS[UNSAID]), *places]  # type: ignore[attr-defined]
        self.fields["competences"].choices = [(key, str(each.name.said_in(here))) for key, each in self.known.items()]  # type: ignore[attr-defined]
        if not self.known:
            del self.fields["competences"]

    @staticmethod
    def values_of(profile: Profile) -> dict[str, Any]:
        """Give a profile's values as the form shows them."""
        plain = ("region", "situation", "gender", "age_band", "disability", "languages", "network")
        chosen = [str(each.pk) for each in profile.competences.all()]
        return {name: getattr(profile, name) for name in plain} | {"competences": chosen}

    def clean(self) -> dict[str, Any]:
        """Give what was not said its own word."""
        values = super().clean() or self.cleaned_data
        for name in ("situation", "gender", "age_band", "disability"):
            values[name] = values.get(name) or UNSAID
        return values

    def clean_competences(self) -> list[Competence]:
        """Give the fields of competence themselves."""
        return [self.known[key] for key in self.cleaned_data["competences"]]


class CompetenceForm(SpeakingForm):
    """A field of competence."""

    name = WordsField(longest=120, label=_("Name of the field"))
