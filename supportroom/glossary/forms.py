"""Forms of the glossary: they parse to the plain values that the actions take."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from supportroom.glossary.models import Body, Definition, Influence, Term
from supportroom.glossary.vocabulary import BODY_KINDS, CLEAR, STRENGTHS
from supportroom.kernel.hygiene import is_web_address
from supportroom.kernel.multilingual import MultilingualText
from supportroom.web.form_fields import DayField
from supportroom.web.language_fields import LineField, SpeakingForm, WordsField

LONGEST_FORMS = 1000
SOURCE_HELP = _("Where this wording comes from: a resolution, a law, the room's own decision.")


class TermForm(SpeakingForm):
    """A term and the further forms under which texts use it."""

    name = WordsField(longest=120, label=pgettext_lazy("glossary", "Term"))
    forms = WordsField(
        longest=LONGEST_FORMS,
        rows=3,
        label=_("Further forms"),
        required=False,
        help_text=_("Plurals, abbreviations, other words for the same, one a line: texts are searched for them too."),
    )

    def clean_forms(self) -> dict[str, list[str]]:
        """Give the forms of each language as a list."""
        typed: MultilingualText = self.cleaned_data["forms"]
        return {
            code: [line.strip() for line in words.split("\n") if line.strip()] for code, words in typed.texts.items()
        }

    @staticmethod
    def values_of(term: Term) -> dict[str, Any]:
        """Give a term's words as the form shows them."""
        return {"name": term.name, "forms": term.forms_text}


class DefinitionForm(SpeakingForm):
    """What a term means, from when on, by what source; of a later version also why it is changed."""

    text = WordsField(longest=2000, rows=4, label=_("Definition"))
    source = WordsField(longest=500, label=_("Source"), help_text=SOURCE_HELP)
    link = LineField(
        label=_("Link to the source"), required=False, max_length=500, widget=forms.URLInput(attrs={"dir": "ltr"})
    )
    since = DayField(label=_("Holds since"), required=False, help_text=_("Left empty, it holds from today on."))
    why = WordsField(longest=500, label=_("Why it is changed"))

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        """Take whether the term has no definition yet: then nothing is changed."""
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["why"]

    def clean_link(self) -> str:
        """Refuse what is no address on the web."""
        link: str = self.cleaned_data["link"]
        if link and not is_web_address(link):
            raise ValidationError(_("Write a whole web address that begins with https://."))
        return link

    @staticmethod
    def said_by(definition: Definition) -> dict[str, Any]:
        """Give what a definition says, as the start of the next one."""
        return {name: getattr(definition, name) for name in ("text", "source", "link")}


class NewTermForm(TermForm, DefinitionForm):
    """A term with its first definition, which may come later."""

    field_order = ("name", "forms", "text", "source", "link", "since")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask for the term alone; the definition may follow."""
        super().__init__(*args, is_first=True, **kwargs)
        self.fields["text"].required = self.fields["source"].required = False


class BodyForm(SpeakingForm):
    """An actor of the country's process."""

    name = WordsField(
        longest=160, label=_("Name"), help_text=_("A state, a force, a committee, those concerned; never a person.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=list(BODY_KINDS.items()))
    about = WordsField(longest=2000, rows=4, label=_("What it is"), required=False)
    source = WordsField(longest=500, label=_("Source"), required=False)

    @staticmethod
    def values_of(body: Body) -> dict[str, Any]:
        """Give an actor's words as the form shows them."""
        return {name: getattr(body, name) for name in ("name", "kind", "about", "source")}


class InfluenceForm(SpeakingForm):
    """How one actor influences another."""

    strength = forms.TypedChoiceField(
        label=_("How strongly"), choices=list(STRENGTHS.items()), coerce=int, widget=forms.RadioSelect, initial=CLEAR
    )
    how = WordsField(longest=500, rows=2, label=_("How"))
    source = WordsField(longest=500, label=_("Source"), required=False)

    @staticmethod
    def values_of(influence: Influence) -> dict[str, Any]:
        """Give an influence as the form shows it."""
        return {name: getattr(influence, name) for name in ("strength", "how", "source")}


class NewInfluenceForm(InfluenceForm):
    """Whom an actor influences, and how."""

    on = forms.ChoiceField(label=_("On whom"))
    field_order = ("on", "strength", "how", "source")

    def __init__(self, *args: Any, others: Sequence[Body], **kwargs: Any) -> None:
        """Take the actors that can be chosen."""
        super().__init__(*args, **kwargs)
        self.others = {body.slug: body for body in others}
        chosen = [(slug, str(body.name.said_in(self.language))) for slug, body in self.others.items()]
        self.fields["on"].choices = chosen  # type: ignore[attr-defined]

    def clean_on(self) -> Body:
        """Give the actor itself."""
        return self.others[self.cleaned_data["on"]]


class TranslationForm(SpeakingForm):
    """All words of a thing that are written already, each in the room's languages."""

    name = WordsField(longest=160, label=_("Name"), required=False)
    text = WordsField(longest=2000, rows=4, label=_("Definition"), required=False)
    about = WordsField(longest=2000, rows=4, label=_("What it is"), required=False)
    how = WordsField(longest=500, rows=2, label=_("How"), required=False)
    source = WordsField(longest=500, label=_("Source"), required=False)
    why = WordsField(longest=500, label=_("Why it is changed"), required=False)

    def __init__(self, *args: Any, initial: dict[str, MultilingualText], **kwargs: Any) -> None:
        """Take the words there are; what is empty in its original is not asked for."""
        super().__init__(*args, initial=initial, **kwargs)
        for name, field in list(self.fields.items()):
            if not initial.get(name):
                del self.fields[name]
            elif isinstance(field, WordsField):
                field.widget.hold(initial[name].original)


class SearchForm(forms.Form):
    """Words to look for."""

    q = LineField(
        label=pgettext_lazy("search", "Words"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )


class ImportForm(forms.Form):
    """A list of terms as a file."""

    file = forms.FileField(
        label=_("File"), help_text=_("CSV, XLSX or JSON, as the list is taken from here; up to 2 MB")
    )


class WhyForm(SpeakingForm):
    """Why the definitions that the glossary has already are changed by an import."""

    why = WordsField(longest=500, label=_("Why definitions that stand already are changed"), required=False)
