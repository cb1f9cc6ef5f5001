"""Forms of persons, roles and accounts."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from supportroom.people.models import Person
from supportroom.people.vocabulary import READING_LANGUAGES, ROLES
from supportroom.web.language_fields import LineField
from supportroom.web.vocabulary import CITIES


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


class AcceptForm(forms.Form):
    """What somebody will sign in with."""

    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        help_text=_("Only for signing in. Choose one that does not show your name, if you can."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        strip=False,
        help_text=_("At least 12 characters. A sentence that only you would say is easy to keep in mind."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_password(self) -> str:
        """Refuse short and common ones before anything is written."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password
