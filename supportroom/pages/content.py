"""What a page says, as plain values: kept by an edition, fingerprinted by a preview, laid out by the templates."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from supportroom.kernel.ids import spell
from supportroom.kernel.multilingual import DRAFT, MISSING, OUTDATED, MultilingualText
from supportroom.pages.models import Image, Page, PageEdition
from supportroom.pages.places import image_address, image_name
from supportroom.texts.models import Paragraph
from supportroom.texts.queries import paragraphs_of
from supportroom.texts.vocabulary import ITEM

IMAGE = "image"
Part = Mapping[str, Any]


@dataclass(frozen=True)
class Block:
    """One stretch of a page: a heading, a paragraph, a list of items, or an image with its words and measures."""

    kind: str
    anchor: str
    texts: tuple[MultilingualText, ...]
    instead: MultilingualText = field(default_factory=MultilingualText)
    address: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True)
class Shown:
    """A page as it is read: what was published of it, or what would be."""

    title: MultilingualText
    summary: MultilingualText
    parts: tuple[Part, ...]
    note: MultilingualText = field(default_factory=MultilingualText)
    number: int = 0
    published_at: datetime | None = None

    def blocks(self, address: Callable[[str], str] = image_address) -> list[Block]:
        """Give the page's blocks; items in a row are one list. `address` leads to an image by its name."""
        return list(_joined(_block(part, address) for part in self.parts))

    def lacks(self, language: str) -> str:
        """Tell what is amiss with a language: `missing` words, `outdated` ones, or nothing."""
        texts = [self.title, *(_text(part["content"]) for part in self.parts if part["kind"] != IMAGE)]
        states = {text.state(language) for text in texts if text}
        return MISSING if MISSING in states else OUTDATED if OUTDATED in states else ""


def shown_now(page: Page) -> Shown:
    """Give a page as it would be published now: without drafts of translations."""
    parts = tuple(_parts(paragraphs_of(page.text), images_of(page)))
    return Shown(final(page.title), final(page.summary), parts)


def shown_then(edition: PageEdition) -> Shown:
    """Give what was published."""
    shown = Shown(edition.title, edition.summary, tuple(edition.content))
    return replace(shown, note=edition.note, number=edition.number, published_at=edition.published_at)


def images_of(page: Page) -> list[Image]:
    """List the images that stand on a page, in order."""
    return list(page.images.filter(removed=False).select_related("file"))


def fingerprint(shown: Shown) -> str:
    """Give what stands for all that a page says, its title and summary with it."""
    plain = [shown.title.as_json(), shown.summary.as_json(), list(shown.parts)]
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def names_in(parts: Iterable[Part]) -> set[str]:
    """Give the names of the images that an edition shows."""
    return {part["file"] for part in parts if part["kind"] == IMAGE}


def final(text: MultilingualText) -> MultilingualText:
    """Give a text without drafts: those are nobody's to read yet."""
    drafts = {code for code in text.texts if code != text.original and text.state(code) == DRAFT}
    texts = {code: words for code, words in text.texts.items() if words and code not in drafts}
    return MultilingualText(text.original, texts, {code: text.states[code] for code in text.states if code in texts})


def _parts(paragraphs: Sequence[Paragraph], images: Sequence[Image]) -> Iterator[dict[str, Any]]:
    standing = {paragraph.pk for paragraph in paragraphs}
    yield from (_pictured(image) for image in images if image.after_id is None)
    for paragraph in paragraphs:
        content = final(paragraph.content).as_json()
        yield {"kind": paragraph.kind, "anchor": f"p-{spell(paragraph.pk)}", "content": content}
        yield from (_pictured(image) for image in images if image.after_id == paragraph.pk)
    yield from (_pictured(image) for image in images if image.after_id and image.after_id not in standing)


def _pictured(image: Image) -> dict[str, Any]:
    return {
        "kind": IMAGE,
        "anchor": f"i-{spell(image.pk)}",
        "file": image_name(image),
        "width": image.width,
        "height": image.height,
        "instead": final(image.instead).as_json(),
        "content": final(image.caption).as_json(),
    }


def _block(part: Part, address: Callable[[str], str]) -> Block:
    block = Block(part["kind"], part["anchor"], (_text(part["content"]),))
    if part["kind"] != IMAGE:
        return block
    return replace(
        block,
        instead=_text(part["instead"]),
        address=address(part["file"]),
        width=part["width"],
        height=part["height"],
    )


def _joined(blocks: Iterable[Block]) -> Iterator[Block]:
    kept: Block | None = None
    for block in blocks:
        if kept and kept.kind == block.kind == ITEM:
            kept = replace(kept, texts=(*kept.texts, *block.texts))
            continue
        if kept:
            yield kept
        kept = block
    if kept:
        yield kept


def _text(values: Mapping[str, Any]) -> MultilingualText:
    return MultilingualText(values["original"], values["texts"], values["states"])
