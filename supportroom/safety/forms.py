"""Forms: asking for an act, naming a buddy, closing the account, reporting."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.people.by_name import exactly_called
from supportroom.people.models import Person
from supportroom.safety.approving import acts
from supportroom.safety.locking import thing_of
from supportroom.safety.vocabulary import FOCAL_POINT, INCIDENT_KINDS, LOCK, LONGEST
from supportroom.web.language_fields import LineField

KEEP, REMOVE = "keep", "remove"


def _note(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AskForm(forms.Form):
    """Something about a person that takes two of the team."""

    kind = forms.ChoiceField(label=_("What should be done"), choices=())
    thing = LineField(label=_("Name of the person, as the roll has it"), max_length=200)
    note = _note(_("Why, and how you made sure outside this room"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer what is about a person."""
        super().__init__(*args, **kwargs)
        offered = [(act.kind, act.words) for act in acts() if act.kind in (LOCK, FOCAL_POINT)]
        self.fields["kind"].choices = offered  # type: ignore[attr-defined]

    def clean_thing(self) -> str:
        """Give the reference of the one person who is called so."""
        called = exactly_called(self.cleaned_data["thing"], Person.objects.only("name"))
        if len(called) != 1:
            raise ValidationError(
                _("No single person on the roll is called so. Write the whole name as it stands there.")
            )
        return thing_of(called[0])


class AskedForm(forms.Form):
    """An act about a thing that a page names."""

    kind = forms.CharField(max_length=40, widget=forms.HiddenInput)
    thing = forms.CharField(max_length=80, widget=forms.HiddenInput)
    note = _note(
        _("How did you make sure, outside this room, that it is really them and that they are free?"), required=False
    )


class BuddyForm(forms.Form):
    """Whom one trusts."""

    name = LineField(
        label=_("Name of the member"),
        max_length=200,
        help_text=_("As the room writes it. They are asked, and only the two of you see it."),
    )


class CloseForm(forms.Form):
    """Closing one's account: one tick, one press."""

    words = forms.ChoiceField(
        label=_("What you wrote"),
        choices=[
            (KEEP, _("stays, as a former member's")),
            (REMOVE, _("is taken out, where the rules allow")),
        ],
        initial=KEEP,
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=_("Yes, close my account. I know that it cannot be opened again."))


class ReportForm(forms.Form):
    """What somebody reports to the focal point."""

    kind = forms.ChoiceField(label=_("What it is"), choices=list(INCIDENT_KINDS.items()), widget=forms.RadioSelect)
    words = _note(_("What happened"), _("As much or as little as you like. Leave out names that need not stand here."))


class NoteForm(forms.Form):
    """A line of the protocol."""

    note = _note(_("Note"), required=False)
