"""Under what a recommendation stands and to whom it goes: fields that many forms share, read from the room once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from supportroom.register.goals import goal_choices
from supportroom.register.models import Addressee, Recommendation
from supportroom.register.themes import theme_choices
from supportroom.register.vocabulary import DAY, PRECISIONS
from supportroom.room.models import Pillar
from supportroom.room.queries import all_pillars

PILLAR, ADDRESSEES, THEMES, GOALS = "pillar", "addressees", "themes", "goals"
Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class Lists:
    """What can be chosen of the room's own, in the reader's language: three queries for any number of fields."""

    pillars: Mapping[str, Pillar]
    addressees: Mapping[str, Addressee]
    themes: Choices
    goals: Choices

    @classmethod
    def read(cls) -> "Lists":
        """Read what the room has."""
        return cls(
            pillars={str(pillar.pk): pillar for pillar in all_pillars()},
            addressees={str(addressee.pk): addressee for addressee in Addressee.objects.all()},
            themes=theme_choices(),
            goals=[(str(number), name) for number, name in goal_choices()],
        )

    def fields(self) -> dict[str, forms.Field]:
        """Give a field for each: a pillar or none, any number of addressees, themes and goals."""
        pillars = [("", pgettext("pillar", "none")), *_named(self.pillars)]
        bodies = _ticks(_("Addressees"), _named(self.addressees))
        if not self.addressees:
            bodies.help_text = _("The room has no addressees yet.")
        return {
            PILLAR: forms.ChoiceField(label=_("Pillar"), required=False, choices=pillars),
            ADDRESSEES: bodies,
            THEMES: _ticks(_("Cross-cutting themes"), self.themes),
            GOALS: _ticks(_("Sustainable Development Goals"), self.goals),
        }

    def things(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Give what was chosen as the actions take it: rows for keys, numbers for goals."""
        return {
            PILLAR: self.pillars.get(values.get(PILLAR) or ""),
            ADDRESSEES: [self.addressees[key] for key in values.get(ADDRESSEES, ())],
            THEMES: list(values.get(THEMES, ())),
            GOALS: [int(number) for number in values.get(GOALS, ())],
        }


def keys_of(recommendation: Recommendation) -> dict[str, Any]:
    """Give under what a recommendation stands as the fields show it."""
    return {
        PILLAR: str(recommendation.pillar_id or ""),
        THEMES: recommendation.themes,
        GOALS: [str(number) for number in recommendation.goals],
    }


def _named(things: Mapping[str, Pillar | Addressee]) -> Choices:
    language = get_language() or "en"
    return [(key, str(thing.name.said_in(language))) for key, thing in things.items()]


def _ticks(label: Any, choices: Iterable[tuple[str, str]]) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, choices=list(choices), widget=forms.CheckboxSelectMultiple
    )


def precision_field(**kwargs: Any) -> forms.ChoiceField:
    """Give a field that says how exactly a date is known."""
    return forms.ChoiceField(
        label=_("How exactly the date is known"), choices=list(PRECISIONS.items()), initial=DAY, **kwargs
    )
