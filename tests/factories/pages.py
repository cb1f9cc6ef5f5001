"""Pages, news and their images: built by the product's own actions."""

import io
from typing import Any

from supportroom.files.cleaning import Cleaned
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.pages.actions import place_image, publish_page, write_page
from supportroom.pages.models import Image, Page
from supportroom.pages.pictures import light
from supportroom.pages.vocabulary import NEWS
from tests.factories.rounds import words

Row = tuple[MultilingualText, str, int]


def rows_of(*texts: str) -> list[Row]:
    """Give paragraphs in English with an Arabic wording each."""
    return [(words(text, f"{text} بالعربية"), "paragraph", 2) for text in texts]


def a_page(kind: str = NEWS, *, title: str = "The round in June", actor: Actor = SYSTEM, rows: Any = None,
           **fields: Any) -> Page:  # fmt: skip
    """Begin a page, news unless said otherwise, with a paragraph."""
    rows = rows_of("Twenty-eight people met for four days.") if rows is None else rows
    named = words(title, f"{title} بالعربية")
    return write_page(actor=actor, kind=kind, title=named, summary=words("In short.", "باختصار."), rows=rows, **fields)


def a_published_page(kind: str = NEWS, **fields: Any) -> Page:
    """Begin a page and publish it."""
    return published(a_page(kind, **fields))


def published(page: Page, actor: Actor = SYSTEM) -> Page:
    """Publish a page as it stands."""
    return publish_page(actor=actor, page=page)


def a_picture_file(kind: str = "jpeg", *, size: tuple[int, int] = (1600, 900), mode: str = "RGB") -> Cleaned:
    """Give a cleaned picture of some size."""
    from PIL import Image as Drawing

    drawn = io.BytesIO()
    Drawing.new(mode, size, (120, 130, 90, 128)[: len(mode)]).save(drawn, kind.upper())
    return Cleaned(f"photo.{'jpg' if kind == 'jpeg' else kind}", kind, drawn.getvalue())


def an_image(page: Page, *, actor: Actor = SYSTEM, **fields: Any) -> Image:
    """Place a picture at the head of a page."""
    instead = fields.pop("instead", words("An empty hall with chairs in a circle", "قاعة فيها كراسٍ في حلقة"))
    return place_image(actor=actor, page=page, picture=light(a_picture_file()), instead=instead, **fields)


def fresh(page: Page) -> Page:
    """Read a page anew."""
    return Page.objects.select_related("text").get(pk=page.pk)
