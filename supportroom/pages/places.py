"""Where pages stand: their addresses, and the published images behind theirs."""

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.urls import reverse

from supportroom.files.keeping import read
from supportroom.files.vocabulary import JPEG
from supportroom.pages.models import Image, Page
from supportroom.pages.vocabulary import NEWS, PRESS, STANDING

IMAGES: Final = "images"
IMAGE: Final = re.compile(r"[0-9a-f]{32}\.(?:jpg|png)")


def address_of(page: Page, number: int | None = None) -> str:
    """Give a page's public address in the present language; with a number that of one edition."""
    ending = "_edition" if number else ""
    given = {"number": number} if number else {}
    if page.kind == PRESS and not number:
        return reverse("site:press")
    if page.kind in STANDING:
        return reverse(f"pages:{page.kind}{ending}", kwargs=given)
    name, part = ("news", "news_slug") if page.kind == NEWS else ("further", "page_slug")
    return reverse(f"pages:{name}_show{ending}", kwargs={part: page.slug, **given})


def image_name(image: Image) -> str:
    """Give the name under which an image is published: by its digest, so that the same bytes have one address."""
    return f"{image.file.digest[:32]}.{'jpg' if image.file.kind == JPEG else 'png'}"


def image_address(name: str) -> str:
    """Give the public address of a published image."""
    return f"/published/{IMAGES}/{name}"


def settle_images(images: Iterable[Image]) -> None:
    """Put images where the byte server looks, each whole or not at all (R03)."""
    folder = Path(settings.PUBLISHED_DIR) / IMAGES
    for image in images:
        place = folder / image_name(image)
        if place.exists():
            continue
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_name(f"{place.name}.part")
        with unfinished.open("wb") as file:
            file.write(read(image.file))
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(place)


def remove_images(names: Iterable[str]) -> None:
    """Take images away from where the byte server looks."""
    for name in names:
        (Path(settings.PUBLISHED_DIR) / IMAGES / name).unlink(missing_ok=True)
