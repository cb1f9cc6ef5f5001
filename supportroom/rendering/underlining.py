"""Words of a finished page led to notes at its end: an HTML text goes in, the same text with links in it comes out.

It knows nothing of what the words mean: `find` tells where they stand in a plain text. Each key is marked once, at its
first use. Headings, links, quotations, names of works, labels, tables' heads and whatever stands in a form are left as
they are. Only HTML that this house wrote itself may come in: attributes are quoted and every word is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from markupsafe import Markup

Find = Callable[[str, str], Sequence[tuple[int, int, str]]]  # text, language -> from, to, key

_PIECE: Final = re.compile(r"<!--.*?-->|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|[^<]+|<", re.DOTALL)
_NAME: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_LANGUAGE: Final = re.compile(r"\slang=[\"']([^\"']*)[\"']")
_CLASSES: Final = re.compile(r"\sclass=[\"']([^\"']*)[\"']")
_ENTITY: Final = re.compile(r"&(#?\w{1,12});")
_NO_END: Final = frozenset("area br col embed hr img input link meta source track wbr".split())  # noqa: SIM905
_LEFT_ALONE: Final = frozenset(
    "a h1 h2 h3 h4 h5 h6 blockquote q cite code kbd samp pre dfn abbr button label legend summary nav header footer "  # noqa: SIM905
    "form figcaption caption th dt time title script style svg select textarea".split()
)
_LEFT_CLASSES: Final = frozenset({"document-footnotes", "unseen", "state", "no-terms"})
_LIKE: Final = {"nbsp": " ", "#39": "'", "#x27": "'", "apos": "'", "quot": '"', "#34": '"', "shy": "\u00ad"}


@dataclass(frozen=True)
class Underlined:
    """A text with its terms linked, and the keys of those found, in the order of their first use."""

    html: Markup
    keys: tuple[str, ...]


@dataclass
class _Walk:
    """Where one is in the text: the open elements, each with its language and whether its words are left alone."""

    language: str
    find: Find
    seen: dict[str, None] = field(default_factory=dict)
    above: list[tuple[str, str, bool]] = field(default_factory=list)

    def place(self) -> tuple[str, bool]:
        """Give the language here, and whether the words are left alone."""
        return (self.above[-1][1], self.above[-1][2]) if self.above else (self.language, False)

    def tag(self, piece: str) -> None:
        """Step into an element or out of it."""
        named = _NAME.match(piece)
        name = named[1].lower() if named else ""
        if not name or name in _NO_END or piece.endswith("/>"):
            return
        if piece.startswith("</"):
            names = [each[0] for each in self.above]
            if name in names:
                del self.above[len(names) - 1 - names[::-1].index(name) :]
            return
        language, alone = self.place()
        said = _LANGUAGE.search(piece)
        classes = _CLASSES.search(piece)
        alone = alone or name in _LEFT_ALONE or not _LEFT_CLASSES.isdisjoint(classes[1].split() if classes else ())
        self.above.append((name, said[1] if said else language, alone))

    def words(self, piece: str) -> str:
        """Give a stretch of text with links where a term is used for the first time."""
        language, alone = self.place()
        if alone or piece.isspace():
            return piece
        parts, done = [], 0
        for start, end, key in self.find(_ENTITY.sub(_plainly, piece), language):
            if key in self.seen:
                continue
            self.seen[key] = None
            parts += [piece[done:start], link_to(key, piece[start:end])]
            done = end
        return "".join([*parts, piece[done:]])


def underlined(html: str, language: str, find: Find) -> Underlined:
    """Give a text of a page with the first use of each term led to its note (`notes_below`)."""
    walk = _Walk(language, find)
    parts: list[str] = []
    for piece in _PIECE.findall(str(html)):
        if piece.startswith("<"):
            walk.tag(piece)
            parts.append(piece)
        else:
            parts.append(walk.words(piece))
    return Underlined(Markup("".join(parts)), tuple(walk.seen))  # noqa: S704 - escaped HTML came in, links were added


def link_to(key: str, words: str) -> str:
    """Give the words, escaped already, as a link to the note under this key."""
    return f'<a class="term" href="#term-{key}" id="use-{key}" role="doc-glossref">{words}</a>'


def _plainly(entity: re.Match[str]) -> str:
    """Give as many characters as the entity has, so that places stay: what is no word and no gap parts words."""
    like = _LIKE.get(entity[1].lower(), "\x00")
    return like + ("\u200e" if like.isspace() or like in "'\u00ad" else "\x00") * (len(entity[0]) - 1)


@dataclass(frozen=True, kw_only=True)
class Note:
    """What a term means: its name and the definition with their languages, and a line about where this comes from.

    `rest` says which version it is and by what source; `address` leads to the term's own page.
    """

    key: str
    name: str
    name_language: str
    text: str
    text_language: str
    rest: Sequence[Markup | str] = ()
    address: str = ""


def notes_below(notes: Sequence[Note], *, heading: str, back: str, more: str) -> Markup:
    """Give the section for the end of a page that holds these notes; nothing where there are none."""
    if not notes:
        return Markup("")
    entries = Markup("").join(_entry(note, back, more) for note in notes)
    shape = (
        '<section class="terms" role="doc-glossary" aria-labelledby="terms"><h2 id="terms">{}</h2><dl>{}</dl></section>'
    )
    return Markup(shape).format(heading, entries)  # noqa: S704 - our own words, everything in it is escaped


def _entry(note: Note, back: str, more: str) -> Markup:
    link = Markup('<a href="{}">{}</a>').format(note.address, more)
    rest = Markup(" · ").join([*note.rest, link] if note.address else note.rest)
    shape = (
        '<div id="term-{key}"><dt><dfn lang="{name_language}" dir="auto">{name}</dfn></dt>'
        '<dd><span lang="{text_language}" dir="auto">{text}</span> <span class="note">{rest} '
        '<a class="document-back" href="#use-{key}" aria-label="{back}">↑</a></span></dd></div>'
    )
    parts = {name: getattr(note, name) for name in ("key", "name", "name_language", "text", "text_language")}
    return Markup(shape).format(**parts, rest=rest, back=back)  # noqa: S704 - our own words, everything in it is escaped
