"""What people type on the board and on a point's page, as plain values."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.points.models import Point
from supportroom.points.queries import BoardPillar
from supportroom.points.vocabulary import POINT_STATES, STANDING
from supportroom.room.models import Pillar
from supportroom.rounds.models import Group
from supportroom.web.language_fields import LineField, ProseField

LONGEST_POINT = 5000
LONGEST_PILLAR = 300
LONGEST_WORD = 500


def language_field(languages: Mapping[str, str]) -> forms.ChoiceField:
    """Give the field that says in which of the room's languages something is written; the reader's stands first."""
    here = get_language() or ""
    ordered = sorted(languages.items(), key=lambda pair: pair[0] != here)
    return forms.ChoiceField(label=_("Language"), choices=ordered)


def words_field(label: Any, *, rows: int = 3) -> ProseField:
    """Give the field for a point's words."""
    return ProseField(label=label, max_length=LONGEST_POINT, widget=forms.Textarea(attrs={"rows": rows}))


class WordsForm(forms.Form):
    """Words in one language: a point reworded or translated."""

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["language"] = language_field(languages)
        self.fields["text"] = words_field(_("Words"), rows=4)


class RaiseForm(forms.Form):
    """A new point: under one of the pillars or, where that is allowed, a new one; words in one language."""

    def __init__(
        self, *args: Any, pillars: Iterable[Pillar | BoardPillar], languages: Mapping[str, str], new_pillars: bool,
        **kwargs: Any,
    ) -> None:  # fmt: skip
        """Take the round's pillars, the languages, and whether pillars can be added on the spot."""
        super().__init__(*args, **kwargs)
        self.pillars = {str(pillar.id): pillar for pillar in pillars}
        named = [(key, str(pillar.name.said_in(get_language() or ""))) for key, pillar in self.pillars.items()]
        self.fields["text"] = words_field(_("Your point"))
        self.fields["text"].widget.attrs |= {"data-enter": "", "enterkeyhint": "send"}
        self.fields["pillar"] = forms.ChoiceField(label=_("Pillar"), choices=named, required=bool(named))
        self.fields["language"] = language_field(languages)
        if new_pillars:
            self.fields["new_pillar"] = LineField(
                label=_("A new pillar instead"), max_length=LONGEST_PILLAR, required=False
            )

    def clean_pillar(self) -> Pillar | BoardPillar | None:
        """Give the pillar itself."""
        return self.pillars.get(self.cleaned_data["pillar"])

    def clean(self) -> dict[str, Any]:
        """Ask for one pillar, chosen or new."""
        given = super().clean() or {}
        given.setdefault("new_pillar", "")
        if "pillar" in given and not given["pillar"] and not given["new_pillar"]:
            self.add_error("pillar", _("Choose a pillar."))
        return given


class MoveForm(forms.Form):
    """Where a point goes: under a pillar, before one of the points there or at the end."""

    def __init__(self, *args: Any, pillars: Iterable[Pillar], points: Iterable[Point], **kwargs: Any) -> None:
        """Take the round's pillars and the other points of the list."""
        super().__init__(*args, **kwargs)
        language = get_language() or ""
        self.pillars = {str(pillar.pk): pillar for pillar in pillars}
        self.points = {str(point.pk): point for point in points}
        named = [(key, str(pillar.name.said_in(language))) for key, pillar in self.pillars.items()]
        listed = [(key, begin(point, language)) for key, point in self.points.items()]
        self.fields["pillar"] = forms.ChoiceField(label=_("Under the pillar"), choices=named)
        self.fields["before"] = forms.ChoiceField(
            label=_("Before the point"),
            choices=[("", _("at the end")), *listed],
            required=False,
            help_text=_("A point under another pillar takes this one with it."),
        )

    def clean_pillar(self) -> Pillar:
        """Give the pillar itself."""
        return self.pillars[self.cleaned_data["pillar"]]

    def clean_before(self) -> Point | None:
        """Give the point itself."""
        return self.points.get(self.cleaned_data["before"])


class MergeForm(forms.Form):
    """Which of several points goes on; the others are merged into it."""

    def __init__(self, *args: Any, points: Iterable[Point], **kwargs: Any) -> None:
        """Take the points that were chosen."""
        super().__init__(*args, **kwargs)
        self.points = {str(point.pk): point for point in points}
        listed = [(key, begin(point, get_language() or "", 400)) for key, point in self.points.items()]
        self.fields["into"] = forms.ChoiceField(
            label=_("Which one goes on?"), choices=listed, widget=forms.RadioSelect, required=True
        )

    def clean(self) -> dict[str, Any]:
        """Give the point that goes on, and the others."""
        key = (super().clean() or {}).get("into", "")
        if key not in self.points:
            return {}
        return {"into": self.points[key], "points": [point for other, point in self.points.items() if other != key]}


class SplitForm(forms.Form):
    """A point's parts: two at least, one box each."""

    BOXES = 4

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["language"] = language_field(languages)
        for number in range(1, self.BOXES + 1):
            field = words_field(_("Part %(number)s") % {"number": number}, rows=2)
            field.required = number <= 2
            self.fields[f"part-{number}"] = field

    def clean(self) -> dict[str, Any]:
        """Give the parts that were filled in, each with its language."""
        given = super().clean() or {}
        typed = [given.get(f"part-{number}", "") for number in range(1, self.BOXES + 1)]
        return {"parts": [(given.get("language", ""), words) for words in typed if words]}


class FileForm(forms.Form):
    """A file with points, or a text pasted in; and the language they are written in."""

    file = forms.FileField(
        label=_("File"),
        required=False,
        help_text=_("Plain text, Markdown, Word (.docx), CSV or Excel (.xlsx), up to 5 MB."),
    )
    pasted = forms.CharField(
        label=_("Or paste the text"), required=False, widget=forms.Textarea(attrs={"rows": 4}), strip=False
    )

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages that can be chosen."""
        super().__init__(*args, **kwargs)
        self.fields["language"] = language_field(languages)
        self.fields["file"].widget.attrs["accept"] = ".txt,.md,.docx,.csv,.xlsx"

    def clean(self) -> dict[str, Any]:
        """Give name and bytes of what was brought."""
        given = super().clean() or {}
        file, pasted = given.get("file"), given.get("pasted", "")
        if file is None and not pasted.strip() and not self.errors:
            self.add_error("file", _("Choose a file, or paste the text."))
        given["name"] = file.name if file else "pasted.txt"
        given["content"] = file.read() if file else pasted.encode("utf-8", "replace")
        return given


def begin(point: Point, language: str, length: int = 70) -> str:
    """Give a point's number with the beginning of its words, for a list to choose from."""
    words = " ".join(str(point.content.said_in(language)).split())
    short = words if len(words) <= length else words[: length - 1].rstrip() + "…"
    return f"{point.number}. \u2068{short}\u2069"  # isolated: a list to choose from takes no markup


class ListForm(forms.Form):
    """What of a round's points is shown: words, pillar, state, group. What makes no sense narrows nothing."""

    words = LineField(label=_("Words"), required=False, max_length=200)

    def __init__(self, *args: Any, pillars: Iterable[Pillar], groups: Iterable[Group], **kwargs: Any) -> None:
        """Take the round's pillars and groups."""
        super().__init__(*args, **kwargs)
        language = get_language() or ""
        named = [(str(pillar.pk), str(pillar.name.said_in(language))) for pillar in pillars]
        parallel = [(str(group.pk), str(group.name.said_in(language))) for group in groups]
        self.fields["pillar"] = _narrowing(_("Pillar"), named)
        self.fields["state"] = _narrowing(_("State"), [(state, POINT_STATES[state]) for state in STANDING])
        if len(parallel) > 1:
            self.fields["group"] = _narrowing(_("Group"), parallel)

    def narrow(self, points: QuerySet[Point]) -> QuerySet[Point]:
        """Give those of the points that were asked for; without a state, those that stand."""
        self.is_valid()
        asked = {name: value for name, value in self.cleaned_data.items() if value and name != "words"}
        asked |= {} if "state" in asked else {"state__in": STANDING}
        words = self.cleaned_data.get("words", "")
        return points.filter(**asked).matching(words) if words else points.filter(**asked)  # type: ignore[attr-defined]


def _narrowing(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", _("all")), *choices], required=False)
