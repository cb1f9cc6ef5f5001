"""A state of a paper as a document: numbered paragraphs under headings, with footnotes; and what is not ready in it.

A paragraph that is not translated stands in its original language and says so by its own direction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from django.utils.translation import gettext as _
from django.utils.translation import override

from supportroom.kernel.multilingual import CURRENT, ORIGINAL, MultilingualText, Wording, direction_of
from supportroom.library.models import Source
from supportroom.library.queries import sources_of
from supportroom.papers.footnotes import Noted, noted, unknown_keys, without_notes
from supportroom.papers.models import PaperVersion
from supportroom.papers.versions import Shown, VersionView, view_of
from supportroom.rendering import tree
from supportroom.room.queries import charter
from supportroom.texts.vocabulary import HEADING, TRANSLATION_STATES

State = VersionView | PaperVersion


def paper_blocks(
    version: State, language: str, style: str = "", sources: Iterable[Source] | None = None
) -> tuple[tuple[tree.Block, ...], tuple[tree.Footnote, ...]]:
    """Compose the body of a paper in a language: its blocks, and the footnotes that stand in them, in order.

    `style` is a citation style of the library ("": the library's own); without `sources` the group's library is read.
    """
    view = _view(version)
    known = _sources(version) if sources is None else sources
    notes = notes_of(view, language, style, known)
    anchors = _anchors(view)
    blocks = tuple(
        _block(each, language, notes[each.paragraph_id], anchor)
        for each, anchor in zip(view.shown, anchors, strict=True)
    )
    return blocks, tuple(footnote for each in view.shown for footnote in notes[each.paragraph_id].footnotes)


def _anchors(view: VersionView) -> list[str]:
    """Give the address of each paragraph and heading in its page: a number, which can be cited and gives no id."""
    parts = count(1)
    return [f"p{each.number}" if each.number else f"part{next(parts)}" for each in view.shown]


def notes_of(
    view: VersionView, language: str, style: str, sources: Iterable[Source], *, falls_back: bool = True
) -> dict[int, Noted]:
    """Give each paragraph's words in a language with its footnotes, by its id.

    What is not written in it stands in its original language, or, where that is not wanted, not at all.
    """
    texts = [_body(each, language, falls_back=falls_back) for each in view.shown]
    return dict(zip((each.paragraph_id for each in view.shown), noted(texts, sources, style, language), strict=True))


def _body(each: Shown, language: str, *, falls_back: bool) -> str:
    words = each.content.said_in(language).text if falls_back else each.content.texts.get(language, "")
    return without_notes(words) if each.kind == HEADING else words


def paper_document(version: State, language: str, *, notice: str = "", style: str = "") -> tree.Document:
    """Compose a whole paper in a language as the group takes it along: title, contents, body, footnotes."""
    view = _view(version)
    with override(language):
        blocks, _footnotes = paper_blocks(version, language, style)
        return tree.Document(
            title=view.title.said_in(language).text,
            language=language,
            direction=_direction(language),
            blocks=blocks,
            publisher=charter().name.said_in(language).text,
            notices=(notice,) if notice else (),
            contents=any(isinstance(block, tree.Heading) for block in blocks),
            labels=labels(),
        )


def labels() -> tree.Labels:
    """Give the words that renderers add, in the present language."""
    return tree.Labels(
        contents=_("Contents"),
        footnotes=_("Footnotes"),
        footnote=_("Footnote {number}"),
        back=_("Back to the text"),
        page=_("{number} / {total}"),
        permalink=_("Paragraph {number}"),
        address=_("Permanent address"),
    )


def paper_markdown(version: State, language: str) -> str:
    """Write a paper in a language as Markdown: headings, paragraphs, notes as they were typed."""
    view = _view(version)
    lines = [f"# {view.title.said_in(language).text}"]
    for each in view.shown:
        words = each.content.said_in(language).text
        lines.append(f"{'#' * (each.level + 1)} {words}" if each.kind == HEADING else _escaped(words))
    return "\n\n".join(lines) + "\n"


def _escaped(words: str) -> str:
    """Keep a paragraph that begins like a heading or a list from becoming one, and its lines apart."""
    lines = (f"\\{line}" if line.startswith(("#", "-", "*", "+", ">")) else line for line in words.split("\n"))
    return "  \n".join(lines)


@dataclass(frozen=True)
class Gap:
    """What is not ready in a language: a state and the numbers of the paragraphs that are in it."""

    state: str
    which: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in the language of the page: "Paragraphs 3, 7: not translated"."""
        listed = f"{_(', ').join(self.which[:12])}{'…' if len(self.which) > 12 else ''}"
        return _("%(what)s: %(state)s") % {"what": listed, "state": TRANSLATION_STATES[self.state]}


def gaps_in(version: State, language: str) -> list[Gap]:
    """Give what is missing, a draft, or out of date in a language; nothing where the paper stands in it whole."""
    found: dict[str, list[str]] = {}
    for name, content in _named(_view(version)):
        state = content.state(language)
        if state not in (ORIGINAL, CURRENT):
            found.setdefault(state, []).append(name)
    return [Gap(state, tuple(names)) for state, names in found.items()]


def _named(view: VersionView) -> Iterator[tuple[str, MultilingualText]]:
    yield _("title"), view.title
    for each in view.shown:
        yield (_("heading") if each.number is None else str(each.number)), each.content


def keys_not_known(version: State, sources: Iterable[Source] | None = None) -> list[str]:
    """Name the keys that a paper cites in any language and the library does not have."""
    texts = [words for each in _view(version).shown for words in each.content.texts.values()]
    return unknown_keys(texts, _sources(version) if sources is None else sources)


def _view(version: State) -> VersionView:
    return view_of(version) if isinstance(version, PaperVersion) else version


def _sources(version: State) -> list[Source]:
    return list(sources_of(version.paper.group, with_removed=True))


def _direction(language: str) -> tree.Direction:
    return "rtl" if direction_of(language) == "rtl" else "ltr"


def _own_tongue(said: Wording, language: str) -> tuple[str, tree.Direction | None]:
    if said.language in ("", language):
        return "", None
    return said.language, _direction(said.language)


def _block(each: Shown, language: str, words: Noted, anchor: str) -> tree.Block:
    own, direction = _own_tongue(each.content.said_in(language), language)
    if each.kind == HEADING:
        return tree.Heading(text=words.text, level=each.level, anchor=anchor, language=own, direction=direction)
    return tree.Paragraph(
        text=words.text,
        number=str(each.number),
        anchor=anchor,
        language=own,
        direction=direction,
        footnotes=words.footnotes,
    )
