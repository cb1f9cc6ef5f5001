"""Forms of pages: they parse to the plain values that the actions take."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from supportroom.files.forms import UploadField
from supportroom.kernel.errors import DomainError
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.models import Image, Page
from supportroom.pages.pictures import Picture, light
from supportroom.pages.typed import paragraphs_of
from supportroom.pages.vocabulary import FREE_KINDS, LONGEST_PARAGRAPH, NEWS, OF_OFFICE, OTHER, VOICES
from supportroom.rounds.wall_time import instants_of, wall_time_of
from supportroom.texts.models import Paragraph
from supportroom.web.form_fields import DayField, HourField
from supportroom.web.language_fields import SpeakingForm, WordsField
from supportroom.web.vocabulary import CITIES

SLUG = RegexValidator(r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z", _("Small letters, digits, and hyphens between them."))
WORDS_HELP = _(
    "An empty line begins a new paragraph. A line that begins with # is a heading, one that begins with - an item of a "
    "list. In several languages: the same paragraphs in each."
)


class NameForm(SpeakingForm):
    """A page's title, and the sentence or two that stand below it and in lists."""

    title = WordsField(longest=200, label=_("Title"))
    summary = WordsField(
        longest=1000, rows=3, required=False, label=_("Summary"), help_text=_("It stands below the title and in lists.")
    )

    @staticmethod
    def values_of(page: Page) -> dict[str, Any]:
        """Give a page's title and summary as the form shows them."""
        return {"title": page.title, "summary": page.summary}


def _in_paragraphs(typed: MultilingualText) -> list[tuple[MultilingualText, str, int]]:
    try:
        return paragraphs_of(typed.original, typed.texts)
    except DomainError as error:
        raise ValidationError(error.wording, code=error.code) from None


class PageForm(NameForm):
    """A new page: what it is, whose voice, its title and its words."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=list(FREE_KINDS.items()), widget=forms.RadioSelect)
    voice = forms.ChoiceField(label=_("Whose news is it?"), choices=list(VOICES.items()), widget=forms.RadioSelect)
    slug = forms.CharField(
        label=_("Address of a further page"),
        max_length=40,
        required=False,
        validators=[SLUG],
        help_text=_("The last part of its web address, e.g. “how-we-work”. News get a date and a number."),
    )
    rows = WordsField(longest=20_000, rows=12, label=_("Words"), required=False, help_text=WORDS_HELP)
    field_order = ("kind", "voice", "title", "summary", "slug", "rows")

    def __init__(self, *args: Any, is_office: bool = False, **kwargs: Any) -> None:
        """Take whether the writer is the office, whose news is the only thing it can write."""
        super().__init__(*args, **kwargs)
        self.is_office = is_office
        if is_office:
            for name in ("kind", "voice", "slug"):
                del self.fields[name]

    def clean_rows(self) -> list[tuple[MultilingualText, str, int]]:
        """Give the paragraphs."""
        return _in_paragraphs(self.cleaned_data["rows"])

    def clean(self) -> dict[str, Any]:
        """Give news no address of its own, and further pages one."""
        values = super().clean() or self.cleaned_data
        if self.is_office:
            return {**values, "kind": NEWS, "voice": OF_OFFICE}
        if values.get("kind") == OTHER and not values.get("slug") and "slug" not in self.errors:
            self.add_error("slug", _("Give the page an address."))
        return {**values, "slug": values.get("slug", "") if values.get("kind") == OTHER else ""}


class AddressForm(forms.Form):
    """The address of a further page."""

    slug = forms.CharField(label=_("Address of a further page"), max_length=40, validators=[SLUG])


class ParagraphsForm(SpeakingForm):
    """Words to be added to a page."""

    rows = WordsField(longest=20_000, rows=8, label=_("Words"), help_text=WORDS_HELP)
    after = forms.ChoiceField(label=_("After"), required=False)

    def __init__(self, *args: Any, paragraphs: Sequence[Paragraph], **kwargs: Any) -> None:
        """Take the paragraphs after which they can stand; without a choice they stand at the end."""
        super().__init__(*args, **kwargs)
        self.paragraphs = {str(paragraph.pk): paragraph for paragraph in paragraphs}
        named = _places(self.paragraphs, self.language)
        self.fields["after"].choices = [("", _("at the end")), *named]  # type: ignore[attr-defined]

    def clean_rows(self) -> list[tuple[MultilingualText, str, int]]:
        """Give the paragraphs."""
        rows = _in_paragraphs(self.cleaned_data["rows"])
        if any(len(words) > LONGEST_PARAGRAPH for text, _kind, _level in rows for words in text.texts.values()):
            raise ValidationError(_("A paragraph has at most %(limit)s characters.") % {"limit": LONGEST_PARAGRAPH})
        return rows

    def clean_after(self) -> Paragraph | None:
        """Give the paragraph, or None."""
        return self.paragraphs.get(self.cleaned_data["after"])


def _places(paragraphs: Mapping[str, Paragraph], language: str) -> list[tuple[str, str]]:
    return [(key, str(paragraph.content.said_in(language))[:80]) for key, paragraph in paragraphs.items()]


class DescriptionForm(SpeakingForm):
    """What is said of an image."""

    instead = WordsField(
        longest=500,
        rows=2,
        label=_("Words instead of the image"),
        help_text=_("What one sees in it, for who cannot see it or has a bad line. Name nobody who did not agree."),
    )
    caption = WordsField(longest=500, rows=2, required=False, label=_("Caption"))

    @staticmethod
    def values_of(image: Image) -> dict[str, Any]:
        """Give an image's words as the form shows them."""
        return {"instead": image.instead, "caption": image.caption}


class ImageForm(DescriptionForm):
    """An image with its words and its place."""

    picture = UploadField(
        label=_("Image"),
        help_text=_(
            "A picture (.png, .jpg), up to 20 MB. It is made anew, smaller, without place, camera and time in it."
        ),
    )
    after = forms.ChoiceField(label=_("After"), required=False)
    field_order = ("picture", "instead", "caption", "after")

    def __init__(self, *args: Any, paragraphs: Sequence[Paragraph], **kwargs: Any) -> None:
        """Take the paragraphs after which it can stand; without a choice it stands at the head."""
        super().__init__(*args, **kwargs)
        self.paragraphs = {str(paragraph.pk): paragraph for paragraph in paragraphs}
        named = _places(self.paragraphs, self.language)
        self.fields["after"].choices = [("", _("at the head of the page")), *named]  # type: ignore[attr-defined]

    def clean_picture(self) -> Picture:
        """Give the picture, made light."""
        try:
            return light(self.cleaned_data["picture"])
        except DomainError as error:
            raise ValidationError(error.wording, code=error.code) from None

    def clean_after(self) -> Paragraph | None:
        """Give the paragraph, or None."""
        return self.paragraphs.get(self.cleaned_data["after"])


class MomentForm(forms.Form):
    """When a page is to be published, by the clock of a zone that is chosen."""

    day = DayField(label=_("On the day"))
    hour = HourField(label=_("At the hour"))
    time_zone = forms.ChoiceField(label=_("By the clock of"), choices=list(CITIES.items()))

    @staticmethod
    def values_of(page: Page) -> dict[str, Any]:
        """Give the moment as the form shows it."""
        wall = wall_time_of(page.publish_at, page.time_zone) if page.publish_at else None
        return {"day": wall and wall.date(), "hour": wall and wall.time(), "time_zone": page.time_zone}

    def clean(self) -> dict[str, Any]:
        """Give `publish_at` and `time_zone`; of an hour that the clock shows twice it is the second."""
        values = super().clean() or self.cleaned_data
        if self.errors:
            return values
        found: Sequence[datetime] = instants_of(values["day"], values["hour"], values["time_zone"])
        if not found:
            self.add_error("hour", _("On this day the clock jumps over this hour: it does not exist. Choose another."))
            return values
        return {"publish_at": found[-1], "time_zone": values["time_zone"]}


class CorrectionForm(SpeakingForm):
    """What a correction corrects."""

    note = WordsField(
        longest=1000, rows=3, label=_("What is corrected"), help_text=_("It stands on the page, above its words.")
    )
