"""A post with what goes with it; a thread's title; words to find."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from supportroom.files.cleaning import ENDINGS, Cleaned
from supportroom.files.forms import UploadField
from supportroom.kernel.ids import spell, unspell
from supportroom.people.models import Person
from supportroom.web.language_fields import LineField, ProseField
from supportroom.workroom.models import Post, Thread
from supportroom.workroom.vocabulary import ERRORS, LONGEST_POST, LONGEST_QUOTE, MOST_FILES

ROWS = {"rows": 3}
ACCEPTED = {"accept": ",".join(f".{ending}" for ending in ENDINGS)}


class SeveralFiles(forms.FileInput):
    """A box that takes more than one file at once."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        """Give every file that was chosen."""
        return files.getlist(name) if hasattr(files, "getlist") else list(files.get(name) or [])


class UploadsField(UploadField):
    """Some files, each made harmless; what is cleaned is a list."""

    def clean(self, data: Any, initial: Any = None) -> list[Cleaned]:  # type: ignore[override]
        """Give the harmless copies."""
        chosen = data or []
        if len(chosen) > MOST_FILES:
            raise ValidationError(ERRORS["workroom.too_many_files"] % {"limit": MOST_FILES})
        cleaned = [super(UploadsField, self).clean(each) for each in chosen]
        return [each for each in cleaned if each is not None]


class PostForm(forms.Form):
    """What somebody writes, whom they speak to, what they quote, and the files that go with it."""

    text = ProseField(label=_("Your post"), required=False, max_length=LONGEST_POST, widget=forms.Textarea(attrs=ROWS))
    quote = ProseField(
        label=_("Quoted"),
        required=False,
        max_length=LONGEST_QUOTE,
        widget=forms.Textarea(attrs=ROWS),
        help_text=_("Leave what you answer to, and take the rest out. An empty box quotes the whole post."),
    )
    quotes = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    shown = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    mentions = forms.MultipleChoiceField(
        label=_("Speak to"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They are told at once. Writing @ and the name does the same."),
    )

    files = UploadsField(  # type: ignore[assignment]
        label=_("Files"), required=False, widget=SeveralFiles(attrs=ACCEPTED)
    )

    def __init__(
        self, *args: Any, people: Iterable[Person], names: Mapping[int, str], thread: Thread | None, **kwargs: Any
    ) -> None:
        """Take who can be spoken to, how they are called, and the thread, which is there after its first post."""
        super().__init__(*args, **kwargs)
        self.thread = thread
        self.people = {spell(person.pk): person for person in people}
        choices = [(key, names[person.pk]) for key, person in self.people.items()]
        self.fields["mentions"].choices = choices  # type: ignore[attr-defined]
        if not choices:
            del self.fields["mentions"]

    def clean(self) -> dict[str, Any]:
        """Ask for words where no file says everything."""
        values = super().clean() or self.cleaned_data
        if not self.errors and not values.get("text") and not values.get("files"):
            self.add_error("text", _("Write something first."))
        return values

    def clean_mentions(self) -> list[Person]:
        """Give the persons themselves."""
        return [self.people[key] for key in self.cleaned_data["mentions"]]

    def clean_quotes(self) -> Post | None:
        """Give the post itself."""
        word = self.cleaned_data["quotes"]
        if not word:
            return None
        post = quotable(self.thread, word)
        if post is None:
            raise ValidationError(str(ERRORS["workroom.quote_elsewhere"]))
        return post


def quotable(thread: Thread | None, word: str) -> Post | None:
    """Give the post that an address names, where it stands in this thread; else None."""
    try:
        key = unspell(word)
    except ValueError:
        return None
    return Post.objects.filter(pk=key, thread=thread, removed=False).first() if thread else None


class AmendForm(forms.Form):
    """One's own post, worded anew."""

    text = ProseField(label=_("Your post"), max_length=LONGEST_POST, widget=forms.Textarea(attrs={"rows": 6}))

    @staticmethod
    def values_of(post: Post) -> dict[str, Any]:
        """Give a post's words."""
        return {"text": post.text}


class ThreadForm(forms.Form):
    """The title of a thread."""

    title = LineField(label=_("What is it about?"), max_length=200)

    @staticmethod
    def values_of(thread: Thread) -> dict[str, Any]:
        """Give a thread's title."""
        return {"title": thread.title}


class SearchForm(forms.Form):
    """Words to find in what the group wrote."""

    q = LineField(label=_("Words"), max_length=200, required=False)
