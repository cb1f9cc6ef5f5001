"""Pictures made light."""

import io

import pytest
from PIL import Image

from supportroom.files.cleaning import Cleaned
from supportroom.kernel.errors import DomainError
from supportroom.pages.pictures import light
from tests.factories.pages import a_picture_file


def test_a_picture_is_no_wider_than_a_page_shows_it_and_keeps_its_shape() -> None:
    wide = light(a_picture_file(size=(2400, 1200)))
    assert (wide.width, wide.height) == (1120, 560)
    with Image.open(io.BytesIO(wide.file.content)) as opened:
        assert (opened.size, opened.format, opened.info.get("exif")) == ((1120, 560), "JPEG", None)
    small = light(a_picture_file("png", size=(300, 200), mode="RGBA"))
    assert (small.width, small.file.kind, small.file.name) == (300, "png", "photo.png")


def test_a_photograph_in_png_becomes_jpeg_and_what_is_no_picture_is_refused() -> None:
    noise = Image.effect_noise((900, 900), 90).convert("RGB")
    drawn = io.BytesIO()
    noise.save(drawn, "PNG")
    packed = light(Cleaned("photo.png", "png", drawn.getvalue()))
    assert (packed.file.kind, packed.file.name) == ("jpeg", "photo.jpg")
    assert len(packed.file.content) < len(drawn.getvalue()) / 2
    with pytest.raises(DomainError, match=r"pages\.no_picture"):
        light(Cleaned("text.pdf", "pdf", b"%PDF-"))
