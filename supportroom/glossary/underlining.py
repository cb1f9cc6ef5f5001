"""Terms in a text that is read: the first use of each leads to a note at the text's end with what it means today.

`with_terms` is for pages that are made when they are asked for, and for editions that are made once and kept: a frozen
page keeps the definition of its day, with its number. Call it once a page, around the whole text; where the notes shall
stand elsewhere on the page, call `explained`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, gettext
from markupsafe import Markup

from supportroom.glossary.matching import Known, Lexicon
from supportroom.glossary.models import Definition
from supportroom.glossary.queries import in_force
from supportroom.kernel.asked_once import asked_once
from supportroom.rendering.underlining import Note, Underlined, notes_below, underlined
from supportroom.web.formatting import localdate


def underline(html: str, definitions: Iterable[Definition], language: str) -> Underlined:
    """Give a text of a page with the terms of these definitions linked, and the keys of those that it uses."""
    known = [known_by(definition) for definition in definitions]
    lexicons: dict[str, Lexicon] = {}

    def find(text: str, said_in: str) -> Sequence[tuple[int, int, str]]:
        if said_in not in lexicons:
            lexicons[said_in] = Lexicon(said_in, known)
        return [(found.start, found.end, found.key) for found in lexicons[said_in].find(text)]

    return underlined(html, language, find)


def known_by(definition: Definition) -> Known:
    """Give a term as the rules of underlining take it: all its names and further forms."""
    term = definition.term
    forms = {code: (name, *term.forms.get(code, ())) for code, name in term.name.texts.items() if name}
    further = {code: tuple(words) for code, words in term.forms.items() if code not in forms}
    return Known(term.slug, forms | further)


@dataclass(frozen=True)
class Explained:
    """A text of a page with its terms linked, and the notes that they lead to, for the page's end."""

    text: Markup
    notes: Markup


def explained(html: str, language: str | None = None) -> Explained:
    """Give a text of a page with its terms underlined, and apart from it what they mean."""
    code = language or get_language() or "en"
    definitions = asked_once(("glossary", "in force"), in_force)
    found = underline(html, definitions, code)
    return Explained(found.html, notes_of(found.keys, definitions, code))


def with_terms(html: str, language: str | None = None) -> Markup:
    """Give a text of a page with its terms underlined and their definitions below it; unchanged where it has none."""
    both = explained(html, language)
    return both.text + both.notes


def notes_of(keys: Sequence[str], definitions: Iterable[Definition], language: str) -> Markup:
    """Give the notes for the terms that a text uses, in the order of their use."""
    by_key = {definition.term.slug: definition for definition in definitions}
    return notes_below(
        [_note(by_key[key], language) for key in keys],
        heading=gettext("Terms used here"),
        back=gettext("Back to the text"),
        more=gettext("In the glossary"),
    )


def _note(definition: Definition, language: str) -> Note:
    name, text = definition.term.name.said_in(language), definition.text.said_in(language)
    version = gettext("Definition %(number)s") % {"number": definition.number}
    source = gettext("Source: %(source)s") % {"source": definition.source.said_in(language)}
    return Note(
        key=definition.term.slug,
        name=name.text,
        name_language=name.language,
        text=text.text,
        text_language=text.language,
        rest=(source, version, localdate(definition.since)),
        address=reverse("glossary:term_detail", args=[definition.term.slug]),
    )
