"""The document as an HTML fragment: one `<article>`, no styling of its own, every word escaped.

Class names, for whoever styles them:

* `document` the article; `document-head` with `document-publisher`, `document-title` (h1), `document-subtitle`,
  `document-date`, `document-edition`, `document-notice`; `document-contents` (nav, its h2 and nested lists);
  `document-foot` with `document-address`
* `document-section` h2 to h5; `document-annex` an h2 that begins an annex
* `document-paragraph`, also `is-numbered`; in it `document-number`, the permalink that belongs in the margin
* `document-items` ol or ul; `document-table` the scrolling frame around a table (focusable; a group of its own if
  it has a caption), `is-figure` cells of figures
* `document-mark` the raised number that leads to a footnote; `document-footnotes` (section, its h2 and ol), in it
  `document-footnote-number` and `document-back`, the way back to the paragraph
* `document-facts` dl of div > dt + dd; `document-quote`, `document-reply` (figure > blockquote + figcaption);
  `document-note`; `document-break` where print begins a new page

Words of the other direction stand in `<bdi>`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from supportroom.rendering.bidi import Run, lines
from supportroom.rendering.clean import clean, visible
from supportroom.rendering.figures import figure_columns, filled, width_of
from supportroom.rendering.marks import divided, placed
from supportroom.rendering.outline import Entry, contents, footnotes, note_anchor, settled
from supportroom.rendering.tree import (
    Annex,
    Direction,
    Document,
    Facts,
    Footnote,
    Heading,
    Item,
    Items,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reply,
    Table,
)


def to_html(document: Document) -> str:
    """Return `document` as an `<article>` to be put into a page; safe to mark as such, for every text is escaped."""
    blocks = settled(document)
    parts = [
        f'<article class="document" lang="{_attribute(document.language)}" dir="{document.direction}">',
        *_head(document),
        *(_contents(contents(blocks), document) if document.contents else ()),
        *(_SHAPES[type(block)](block, document) for block in blocks),
        *_footnotes(blocks, document),
        *_foot(document),
        "</article>",
    ]
    return "\n".join(parts)


def _words(text: str, direction: Direction, document: Document | None = None, notes: Sequence[Footnote] = ()) -> str:
    """Return `text` cleaned and escaped, with `<br>` for line ends, words of the other direction isolated, and the
    marks of `notes` (which need the `document`, for its words) led to them.
    """
    return "<br>".join(
        "".join(_run(run, document, notes) for run in line) for line in lines(placed(text, notes), direction)
    )


def _run(run: Run, document: Document | None, notes: Sequence[Footnote]) -> str:
    parts = (
        escape(part) if isinstance(part, str) else _mark(part, document) if document else ""
        for part in divided(run.text, notes)
    )
    return f"<bdi>{''.join(parts)}</bdi>" if run.foreign else "".join(parts)


def _mark(footnote: Footnote, document: Document) -> str:
    label = _attribute(document.labels.footnote.replace("{number}", footnote.number))
    number = escape(clean(footnote.number))
    return (
        f'<sup class="document-mark"><a href="#{_attribute(note_anchor(footnote))}" aria-label="{label}">'
        f"<bdi>{number}</bdi></a></sup>"
    )


def _attribute(text: str) -> str:
    return escape(clean(text), quote=True)


def _head(document: Document) -> Iterable[str]:
    yield '<header class="document-head">'
    if document.publisher:
        yield f'<p class="document-publisher">{_words(document.publisher, document.direction)}</p>'
    title = document.title if visible(document.title) else document.language
    yield f'<h1 class="document-title">{_words(title, document.direction)}</h1>'
    for name, text in (("subtitle", document.subtitle), ("date", document.date_line), ("edition", document.edition)):
        if text:
            yield f'<p class="document-{name}">{_words(text, document.direction)}</p>'
    for notice in document.notices:
        yield f'<p class="document-notice">{_words(notice, document.direction)}</p>'
    yield "</header>"


def _footnotes(blocks: tuple[Any, ...], document: Document) -> Iterable[str]:
    found = footnotes(blocks)
    if not found:
        return
    yield '<section class="document-footnotes" aria-labelledby="document-footnotes">'
    yield f'<h2 id="document-footnotes">{_words(document.labels.footnotes, document.direction)}</h2><ol>'
    label = _attribute(document.labels.back)
    for footnote, anchor in found.values():
        back = f'<a class="document-back" href="#{_attribute(anchor)}" aria-label="{label}">↑</a>'
        yield (
            f'<li id="{_attribute(note_anchor(footnote))}"><span class="document-footnote-number"><bdi>'
            f"{escape(clean(footnote.number))}</bdi></span> {_text(footnote, document)} {back}</li>"
        )
    yield "</ol></section>"


def _foot(document: Document) -> Iterable[str]:
    if document.address:
        label = _words(document.labels.address, document.direction)
        address = escape(clean(document.address))
        if address.startswith(("https://", "http://", "/")):
            address = f'<a href="{_attribute(document.address)}">{address}</a>'
        yield f'<footer class="document-foot"><p class="document-address">{label}: <bdi dir="ltr">{address}</bdi></p>'
        yield "</footer>"


def _contents(entries: tuple[Entry, ...], document: Document) -> Iterable[str]:
    if not entries:
        return
    yield '<nav class="document-contents" aria-labelledby="document-contents">'
    yield f'<h2 id="document-contents">{_words(document.labels.contents, document.direction)}</h2>'
    yield "<ol>"
    for index, entry in enumerate(entries):
        yield f'<li><a href="#{_attribute(entry.anchor)}">{_words(entry.text, document.direction)}</a>'
        following = entries[index + 1].level if index + 1 < len(entries) else 1
        yield "<ol>" if following > entry.level else "</li>" + "</ol></li>" * (entry.level - following)
    yield "</ol></nav>"


def _own(block: Heading | Paragraph | Item | Quote | Reply | Footnote) -> str:
    """Return the language and direction attributes of a block that differs, or may differ, from the document."""
    language = f' lang="{_attribute(block.language)}"' if block.language else ""
    if block.direction or block.language:
        return f'{language} dir="{block.direction or "auto"}"'
    return language


def _heading(block: Heading, document: Document) -> str:
    text = _words(block.text, block.direction or document.direction)
    tag = f"h{block.level + 1}"
    return f'<{tag} class="document-section" id="{_attribute(block.anchor)}"{_own(block)}>{text}</{tag}>'


def _annex(block: Annex, document: Document) -> str:
    return f'<h2 class="document-annex" id="{_attribute(block.anchor)}">{_words(block.title, document.direction)}</h2>'


def _paragraph(block: Paragraph, document: Document) -> str:
    text = _text(block, document)
    anchor = _attribute(block.anchor)
    if not block.number:
        place = f' id="{anchor}"' if anchor else ""
        return f'<p class="document-paragraph"{place}>{text}</p>'
    number = _attribute(block.number)
    label = _attribute(document.labels.permalink.replace("{number}", block.number))
    return (
        f'<p class="document-paragraph is-numbered" id="{anchor}">'
        f'<a class="document-number" href="#{anchor}" aria-label="{label}"><bdi>{number}</bdi></a> {text}</p>'
    )


def _text(block: Paragraph | Item | Footnote, document: Document) -> str:
    """Return the words of a block, in a `<span>` of their own if their language or direction is their own."""
    notes = block.footnotes if isinstance(block, Paragraph) else ()
    words = _words(block.text, block.direction or document.direction, document, notes)
    return f"<span{_own(block)}>{words}</span>" if _own(block) else words


def _items(block: Items, document: Document) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    entries = "".join(_item(entry, document) for entry in block.entries)
    return f'<{tag} class="document-items"{start}>{entries}</{tag}>'


def _item(item: Item, document: Document) -> str:
    anchor = f' id="{_attribute(item.anchor)}"' if item.anchor else ""
    inside = _items(item.inside, document) if item.inside else ""
    return f"<li{anchor}>{_text(item, document)}{inside}</li>"


def _table(block: Table, document: Document) -> str:
    figures = figure_columns(block)
    caption = _words(block.caption, document.direction)
    head = "".join(
        f'<th scope="col"{_figure(figure)}>{_words(cell, document.direction)}</th>'
        for cell, figure in zip(filled(block.head, width_of(block)), figures, strict=True)
    )
    rows = "".join(_row(row, figures, document, row_heads=block.row_heads) for row in block.rows)
    name = f' role="group" aria-label="{_attribute(block.caption)}"' if caption else ""
    return (
        f'<div class="document-table" tabindex="0"{name}><table>'
        f"{f'<caption>{caption}</caption>' if caption else ''}"
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[str, ...], figures: list[bool], document: Document, *, row_heads: bool) -> str:
    cells: list[str] = []
    for column, cell in enumerate(filled(row, len(figures))):
        tag, scope = ("th", ' scope="row"') if row_heads and column == 0 else ("td", "")
        cells.append(f"<{tag}{scope}{_figure(figures[column])}>{_words(cell, document.direction)}</{tag}>")
    return f"<tr>{''.join(cells)}</tr>"


def _figure(is_figure: bool) -> str:  # noqa: FBT001 - one cell of a list of flags
    return ' class="is-figure"' if is_figure else ""


def _facts(block: Facts, document: Document) -> str:
    pairs = (
        f"<div><dt>{_words(label, document.direction)}</dt><dd>{_words(value, document.direction)}</dd></div>"
        for label, value in block.pairs
    )
    return f'<dl class="document-facts">{"".join(pairs)}</dl>'


def _cited(block: Quote | Reply, document: Document) -> str:
    name = "reply" if isinstance(block, Reply) else "quote"
    text = _words(block.text, block.direction or document.direction)
    by = f"<figcaption>{_words(block.by, document.direction)}</figcaption>" if block.by else ""
    return f'<figure class="document-{name}"><blockquote{_own(block)}><p>{text}</p></blockquote>{by}</figure>'


def _note(block: Note, document: Document) -> str:
    return f'<p class="document-note">{_words(block.text, document.direction)}</p>'


def _break(_block: PageBreak, _document: Document) -> str:
    return '<div class="document-break" aria-hidden="true"></div>'


_SHAPES: dict[type[Any], Callable[[Any, Document], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Items: _items,
    Table: _table,
    Facts: _facts,
    Quote: _cited,
    Reply: _cited,
    Note: _note,
    Annex: _annex,
    PageBreak: _break,
}
