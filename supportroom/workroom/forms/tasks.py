"""A task."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.ids import spell
from supportroom.people.models import Person
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField
from supportroom.workroom.models import Task


class TaskForm(forms.Form):
    """A task with its day and whose it is."""

    title = LineField(label=_("What is to be done"), max_length=300)
    due_on = DayField(label=_("Until"), required=False)
    whose = forms.ChoiceField(label=_("Whose task it is"), required=False)

    def __init__(self, *args: Any, people: Iterable[Person], names: Mapping[int, str], **kwargs: Any) -> None:
        """Take who can be given a task, and how they are called."""
        super().__init__(*args, **kwargs)
        self.people = {spell(person.pk): person for person in people}
        named = [(key, names[person.pk]) for key, person in self.people.items()]
        self.fields["whose"].choices = [("", _("nobody yet")), *named]  # type: ignore[attr-defined]

    @staticmethod
    def values_of(task: Task) -> dict[str, Any]:
        """Give a task's values as the form shows them."""
        return {"title": task.title, "due_on": task.due_on, "whose": spell(task.whose_id) if task.whose_id else ""}

    def clean_whose(self) -> Person | None:
        """Give the person, or None."""
        return self.people.get(self.cleaned_data["whose"])
