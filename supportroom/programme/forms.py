"""Forms of programmes: they parse to the plain values that the actions take."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.kernel.ids import spell
from supportroom.programme.queries import Planned
from supportroom.topics.models import DiscussionPoint, Topic
from supportroom.web.language_fields import SpeakingForm, WordsField


class PublishForm(SpeakingForm):
    """A word to those whom the programme concerns."""

    note = WordsField(
        longest=2000,
        rows=3,
        label=_("A note to those whom it concerns"),
        required=False,
        help_text=_("What changed, and why. It stands with this version for as long as the round is kept."),
    )


class TopicsForm(forms.Form):
    """Which topics a session speaks about, and which of their discussion points.

    A box for each topic of the agenda, `topic_<id>`, and below it one for each of its points, `points_<id>`; a point
    that is ticked brings its topic.
    """

    def __init__(self, *args: Any, agenda: Sequence[Planned], **kwargs: Any) -> None:
        """Take the topics that can be chosen, in order, each with the points that were taken up."""
        super().__init__(*args, **kwargs)
        self.agenda, here = agenda, get_language() or ""
        for topic, points in agenda:
            key = spell(topic.pk)
            self.fields[f"topic_{key}"] = forms.BooleanField(label=str(topic.title), required=False)
            if points:
                self.fields[f"points_{key}"] = forms.MultipleChoiceField(
                    label=_("Discussion points"),
                    choices=[(spell(point.pk), point.text.said_in(here).text) for point in points],
                    widget=forms.CheckboxSelectMultiple,
                    required=False,
                )

    @staticmethod
    def values_of(planned: Sequence[Planned]) -> dict[str, Any]:
        """Give a session's topics and points as the form shows them."""
        values: dict[str, Any] = {}
        for topic, points in planned:
            values[f"topic_{spell(topic.pk)}"] = True
            values[f"points_{spell(topic.pk)}"] = [spell(point.pk) for point in points]
        return values

    def parts(self) -> list[tuple[Topic, Any, Any]]:
        """Give each topic with its bound box and the bound boxes of its points, if it has any."""
        keys = [(topic, spell(topic.pk)) for topic, _points in self.agenda]
        boxes = [(topic, f"topic_{key}", f"points_{key}") for topic, key in keys]
        return [(topic, self[box], self[points] if points in self.fields else None) for topic, box, points in boxes]

    def clean(self) -> dict[str, Any]:
        """Give the topics in the agenda's order, each with the points that were ticked."""
        values = super().clean() or self.cleaned_data
        chosen: list[tuple[Topic, list[DiscussionPoint]]] = []
        for topic, points in self.agenda:
            ticked = set(values.get(f"points_{spell(topic.pk)}") or ())
            kept = [point for point in points if spell(point.pk) in ticked]
            if kept or values.get(f"topic_{spell(topic.pk)}"):
                chosen.append((topic, kept))
        self.cleaned_data = {"topics": chosen}
        return self.cleaned_data
