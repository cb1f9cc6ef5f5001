"""Images on a page: placed after a paragraph or at the head, described, taken off."""

from django.db.models import Max

from supportroom.files.keeping import keep
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Denied
from supportroom.kernel.multilingual import MultilingualText
from supportroom.kernel.permissions import may
from supportroom.pages.actions.writing import held, paragraph_in
from supportroom.pages.models import Image, Page
from supportroom.pages.pictures import Picture
from supportroom.texts.models import Paragraph


@action("pages.place_image", on="page")
def place_image(
    *,
    actor: Actor,
    page: Page,
    picture: Picture,
    instead: MultilingualText,
    caption: MultilingualText | None = None,
    after: Paragraph | None = None,
) -> Image:
    """Place a picture after a paragraph, at the head where none is given, with the words that stand for it.

    DomainError `kernel.empty` without those words, `texts.no_such_paragraph`, `files.*`.
    """
    row = held(page)
    refuse_unless(instead, "kernel.empty")
    image = create(
        Image,
        page=row,
        after=paragraph_in(row, after) if after else None,
        file=keep(picture.file, by=actor),
        instead=instead,
        caption=caption or MultilingualText(),
        width=picture.width,
        height=picture.height,
        position=(row.images.aggregate(last=Max("position"))["last"] or 0) + 1,
    )
    record(row, actor=actor, image=image.pk)
    return image


@action("pages.describe_image", on="page")
def describe_image(
    *, actor: Actor, page: Page, image: Image, seen: int, instead: MultilingualText, caption: MultilingualText
) -> Image:
    """Word what stands for an image and below it; Stale, and Denied where who only translates changes an original."""
    row = held(page)
    refuse_unless(image.page_id == row.pk and not image.removed, "kernel.not_now")
    kept = (str(instead), str(caption)) == (str(image.instead), str(image.caption))
    if not kept and not may(actor, "pages.amend_page", row):
        raise Denied("kernel.denied")
    change(image, seen=seen, instead=instead, caption=caption)
    record(row, actor=actor, image=image.pk)
    return image


@action("pages.remove_image", on="page")
def remove_image(*, actor: Actor, page: Page, image: Image) -> Image:
    """Take an image off the page; the editions in which it stands keep it."""
    row = held(page)
    refuse_unless(image.page_id == row.pk and not image.removed, "kernel.not_now")
    change(image, removed=True)
    record(row, actor=actor, image=image.pk)
    return image
