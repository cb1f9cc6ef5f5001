"""Forms of comments: they parse to the plain values that the actions take."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from supportroom.comments.models import Comment
from supportroom.comments.vocabulary import (
    COMMENT_STATES,
    INSISTS,
    LONGEST_COMMENT,
    NOT_ACCEPTED,
    OUT_OF_SCOPE,
    VERDICTS,
)
from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import MultilingualText, multilingual
from supportroom.papers.footnotes import without_notes
from supportroom.papers.versions import Shown
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.texts.models import Paragraph
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.formatting import city
from supportroom.web.language_fields import LineField, ProseField, SpeakingForm, WordsField

HIDDEN, NAMED = "hidden", "named"
HOW_NAMED = (
    (HIDDEN, _("Hidden from members: no page says whose it is, neither to the group nor to the team")),
    (NAMED, _("By my name: everybody who reads the comments reads it")),
)
BEGINNING = 60


def place_name(shown: Shown, language: str) -> str:
    """Give a paragraph's number and first words, as a list of choices shows it; a heading has no number."""
    words = " ".join(without_notes(shown.content.said_in(language).text).split())
    cut = words if len(words) <= BEGINNING else words[:BEGINNING].rpartition(" ")[0] + " …"
    return f"{shown.number} · {cut}" if shown.number else cut


def written_in(before: MultilingualText | None, language: str, words: str) -> MultilingualText:
    """Give words in the language that they were written in; translations of the same original stay, out of date."""
    if before and before.original == language and words:
        return before.reworded(language, words)
    return multilingual(language, **{language: words}) if words else MultilingualText()


class NamingForm(forms.Form):
    """Whether a comment goes by name or is hidden, as the room allows."""

    naming = forms.ChoiceField(label=_("Whose it is"), widget=forms.RadioSelect, choices=HOW_NAMED, initial=HIDDEN)

    def __init__(self, *args: Any, may_hide: bool, **kwargs: Any) -> None:
        """Take whether a comment may be hidden."""
        super().__init__(*args, **kwargs)
        if not may_hide:
            self.fields["naming"].choices = HOW_NAMED[1:]  # type: ignore[attr-defined]
            self.fields["naming"].initial = NAMED


class CommentForm(NamingForm):
    """A comment: on which paragraph, what, with which other words, in which language, by name or hidden."""

    paragraph = forms.ChoiceField(label=_("About"), required=False)
    text = ProseField(label=_("Your comment"), max_length=LONGEST_COMMENT, widget=forms.Textarea(attrs={"rows": 5}))
    proposed = ProseField(
        label=_("Other words for this paragraph"),
        max_length=LONGEST_COMMENT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("If you wish: the whole paragraph as you would write it. Readers see which words differ."),
    )
    language = forms.ChoiceField(label=_("Written in"))

    field_order = ("paragraph", "text", "proposed", "language", "naming")

    def __init__(
        self,
        *args: Any,
        shown: Sequence[Shown],
        languages: Mapping[str, str],
        before: Comment | None = None,
        **kwargs: Any,
    ) -> None:
        """Take the paragraphs of the version, the languages, and what it amends; besides what `NamingForm` takes."""
        super().__init__(*args, **kwargs)
        here = get_language() or ""
        self.before = before
        named = [(spell(each.paragraph_id), place_name(each, here)) for each in shown]
        self.fields["paragraph"].choices = [("", _("the paper as a whole")), *named]  # type: ignore[attr-defined]
        ordered = sorted(languages.items(), key=lambda pair: pair[0] != here)
        self.fields["language"].choices = ordered  # type: ignore[attr-defined]
        self.ids = {spell(each.paragraph_id): each.paragraph_id for each in shown}

    @staticmethod
    def values_of(comment: Comment) -> dict[str, Any]:
        """Give a comment's values as the form shows them."""
        return {
            "paragraph": spell(comment.paragraph_id) if comment.paragraph_id else "",
            "text": str(comment.text),
            "proposed": str(comment.proposed),
            "language": comment.text.original,
            "naming": NAMED if comment.is_named else HIDDEN,
        }

    def clean_paragraph(self) -> Paragraph | None:
        """Give the paragraph itself."""
        key = self.ids.get(self.cleaned_data["paragraph"])
        return Paragraph.objects.filter(pk=key).first() if key else None

    def clean(self) -> dict[str, Any]:
        """Give the words with their language, and whether they go by name."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        before, language = self.before, values["language"]
        return {
            "paragraph": values["paragraph"],
            "text": written_in(before.text if before else None, language, values["text"]),
            "proposed": written_in(before.proposed if before else None, language, values["proposed"]),
            "is_named": values["naming"] == NAMED,
        }


class WindowForm(forms.Form):
    """From when to when a paper is open to comments, by the clock of one place."""

    opening = forms.ChoiceField(
        label=_("It opens"),
        widget=forms.RadioSelect,
        choices=(("now", _("at once")), ("later", _("on the day and at the hour below"))),
        initial="now",
    )
    opens_day = DayField(label=_("Opens on"), required=False)
    opens_hour = HourField(label=_("Opens at"), required=False)
    closes_day = DayField(label=_("Closes on"))
    closes_hour = HourField(label=_("Closes at"))

    def __init__(self, *args: Any, zone: str, **kwargs: Any) -> None:
        """Take the zone whose clock counts."""
        super().__init__(*args, **kwargs)
        self.zone = zone
        for name in ("opens_hour", "closes_hour"):
            self.fields[name].help_text = _("by the clock of %(city)s") % {"city": city(zone)}

    @staticmethod
    def usual(moment: datetime, days: int, least: int, zone: str) -> dict[str, Any]:
        """Give a window that opens now and closes at 18:00 so many days later, or the evening before: never too long,
        and too short only where the charter leaves no evening between its bounds.
        """
        here = wall_time_of(moment, zone)
        evening = (here + timedelta(days=days)).replace(hour=18, minute=0, second=0, microsecond=0)
        if evening - here > timedelta(days=days) and days > least:
            evening -= timedelta(days=1)
        return {"closes_day": evening.date(), "closes_hour": evening.time()}

    def clean(self) -> dict[str, Any]:
        """Give `opens_at` (None: at once) and `closes_at`."""
        values = super().clean() or self.cleaned_data
        opens_at = self._instant("opens", 0) if values.get("opening") == "later" else None
        closes_at = self._instant("closes", -1)
        if self.errors:
            return values
        return {"opens_at": opens_at, "closes_at": closes_at, "time_zone": self.zone}

    def _instant(self, name: str, which: int) -> datetime | None:
        day, hour = self.cleaned_data.get(f"{name}_day"), self.cleaned_data.get(f"{name}_hour")
        for part, given in (("day", day), ("hour", hour)):
            if given is None and f"{name}_{part}" not in self.errors:
                self.add_error(f"{name}_{part}", _("Say when."))
        if day is None or hour is None:
            return None
        found = instants_of(day, hour, self.zone)
        if not found:
            missing = _("On this day the clock jumps over this hour: it does not exist. Choose another.")
            self.add_error(f"{name}_hour", missing)
            return None
        return found[which]


class AnswerForm(SpeakingForm):
    """What the group answers to the chosen comments."""

    verdict = forms.ChoiceField(label=_("The answer"), widget=forms.RadioSelect, choices=list(VERDICTS.items()))
    reason = WordsField(longest=4000, rows=4, label=_("Why"))
    change = WordsField(longest=2000, rows=2, label=_("What was changed"), required=False)
    paragraph = forms.ChoiceField(
        label=_("In which paragraph"),
        required=False,
        help_text=_(
            "Readers are led to the differences between the version that was commented on and the present text."
        ),
    )

    def __init__(self, *args: Any, shown: Sequence[Shown], **kwargs: Any) -> None:
        """Take the paragraphs as they stand now."""
        super().__init__(*args, **kwargs)
        named = [(spell(each.paragraph_id), place_name(each, self.language)) for each in shown]
        self.fields["paragraph"].choices = [("", _("none")), *named]  # type: ignore[attr-defined]
        self.ids = {spell(each.paragraph_id): each.paragraph_id for each in shown}

    def clean_paragraph(self) -> Paragraph | None:
        """Give the paragraph itself."""
        key = self.ids.get(self.cleaned_data["paragraph"])
        return Paragraph.objects.filter(pk=key).first() if key else None

    def clean(self) -> dict[str, Any]:
        """Name no paragraph where nothing was changed: the form offers the one that was commented on."""
        values = super().clean() or self.cleaned_data
        if values.get("verdict") in (NOT_ACCEPTED, OUT_OF_SCOPE) and not values.get("change"):
            values["paragraph"] = None
        return values


class InsistForm(SpeakingForm):
    """Why a commenter insists."""

    reason = WordsField(longest=2000, rows=3, label=_("Why you insist"))


class TranslateForm(SpeakingForm):
    """A comment and its answer in all languages; what stands empty is left out."""

    text = WordsField(longest=LONGEST_COMMENT, rows=4, label=_("The comment"))
    proposed = WordsField(longest=LONGEST_COMMENT, rows=3, label=_("Other words for this paragraph"), required=False)
    reason = WordsField(longest=4000, rows=4, label=_("Why"), required=False)
    change = WordsField(longest=2000, rows=2, label=_("What was changed"), required=False)
    insistence = WordsField(longest=2000, rows=3, label=_("Why the commenter insists"), required=False)

    def __init__(self, *args: Any, comment: Comment, **kwargs: Any) -> None:
        """Take the comment, with its answer."""
        super().__init__(*args, initial=self.values_of(comment), **kwargs)
        for name, text in self.values_of(comment).items():
            if not text:
                del self.fields[name]

    @staticmethod
    def values_of(comment: Comment) -> dict[str, MultilingualText]:
        """Give the words of a comment and its answer."""
        answer, nothing = comment.answer, MultilingualText()
        return {
            "text": comment.text,
            "proposed": comment.proposed,
            "reason": answer.reason if answer else nothing,
            "change": answer.change if answer else nothing,
            "insistence": comment.insistence,
        }


class FilterForm(forms.Form):
    """Which comments a list shows."""

    q = LineField(label=_("Words"), max_length=200, required=False, widget=forms.TextInput(attrs={"type": "search"}))
    paragraph = forms.ChoiceField(label=_("About"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *COMMENT_STATES.items()])
    verdict = forms.ChoiceField(label=_("The answer"), required=False, choices=[("", _("all")), *VERDICTS.items()])
    who = forms.ChoiceField(
        label=_("Which"),
        required=False,
        choices=[
            ("", _("all")),
            ("time", _("those in time")),
            ("late", _("late ones")),
            (INSISTS, _("those whose writers insist")),
            ("mine", _("my own")),
        ],
    )

    def __init__(self, *args: Any, shown: Iterable[Shown], **kwargs: Any) -> None:
        """Take the paragraphs that comments can be about."""
        super().__init__(*args, **kwargs)
        here = get_language() or ""
        rows = list(shown)
        named = [(spell(each.paragraph_id), place_name(each, here)) for each in rows]
        self.fields["paragraph"].choices = [  # type: ignore[attr-defined]
            ("", _("all")), ("whole", _("the paper as a whole")), *named,
        ]  # fmt: skip
        self.ids = {spell(each.paragraph_id): each.paragraph_id for each in rows}

    @property
    def asked(self) -> dict[str, str]:
        """Give what was asked for that makes sense; nothing for the rest."""
        self.is_valid()
        return {name: value for name, value in getattr(self, "cleaned_data", {}).items() if value}


class AgendaForm(forms.Form):
    """On which meeting's agenda the chosen comments go."""

    meeting = forms.ChoiceField(label=_("Meeting"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, meetings: Mapping[str, tuple[Any, str]], **kwargs: Any) -> None:
        """Take the meetings by key, each with the words to show."""
        super().__init__(*args, **kwargs)
        self.meetings = meetings
        self.fields["meeting"].choices = [(key, words) for key, (_meeting, words) in meetings.items()]  # type: ignore[attr-defined]

    def clean_meeting(self) -> Any:
        """Give the meeting itself."""
        return self.meetings[self.cleaned_data["meeting"]][0]


class FileForm(forms.Form):
    """A Word file with comments."""

    file = forms.FileField(label=_("Your copy with your comments (.docx)"), allow_empty_file=True)
    language = forms.ChoiceField(label=_("Your comments are written in"))

    def __init__(self, *args: Any, languages: Mapping[str, str], **kwargs: Any) -> None:
        """Take the languages that can be chosen."""
        super().__init__(*args, **kwargs)
        here = get_language() or ""
        ordered = sorted(languages.items(), key=lambda pair: pair[0] != here)
        self.fields["language"].choices = ordered  # type: ignore[attr-defined]

    def clean_file(self) -> tuple[str, bytes]:
        """Give name and bytes."""
        given = self.cleaned_data["file"]
        if given is None:
            raise ValidationError(_("Choose a file."))
        return given.name, given.read()
