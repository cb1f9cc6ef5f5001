"""Pictures inside a PDF: their notes go, wherever in the stream they stand, and every point stays."""

import io
import random

import pytest
from PIL import Image

from supportroom.files.washing.streams import plain_jpeg
from tests.factories.files import CANARY, a_jpeg

EXIF = b"\xff\xe1" + (len(CANARY) + 8).to_bytes(2, "big") + b"Exif\0\0" + CANARY.encode()


def a_noisy_jpeg(**how: object) -> bytes:
    """A picture whose scans hold stuffed bytes, as those of photographs do."""
    picture = Image.new("RGB", (96, 96))
    picture.putdata([tuple(random.Random(at).randbytes(3)) for at in range(96 * 96)])
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=95, exif=Image.open(io.BytesIO(a_jpeg())).getexif(), **how)
    return file.getvalue()


def points_of(content: bytes) -> bytes:
    return Image.open(io.BytesIO(content)).tobytes()


@pytest.mark.parametrize(
    "how", [{}, {"progressive": True}, {"restart_marker_blocks": 2}, {"progressive": True, "restart_marker_rows": 1}]
)
def test_s31_a_second_photograph_behind_the_first_goes(how: dict[str, object]) -> None:
    photo = a_noisy_jpeg(**how)
    assert photo.count(b"\xff\xda") > 1 or "progressive" not in how
    plain = plain_jpeg(photo + b"\0\0" + a_jpeg())
    assert CANARY.encode() not in plain
    assert plain == plain_jpeg(photo)
    assert plain.endswith(b"\xff\xd9")
    assert points_of(plain) == points_of(photo)


def test_s31_notes_between_the_scans_of_a_picture_go() -> None:
    photo = a_noisy_jpeg(progressive=True)
    second = photo.index(b"\xff\xda", photo.index(b"\xff\xda") + 2)
    plain = plain_jpeg(photo[:second] + EXIF + photo[second:])
    assert CANARY.encode() not in plain
    assert points_of(plain) == points_of(photo)


def test_s31_what_stands_before_a_picture_and_between_its_segments_goes() -> None:
    photo = a_jpeg()
    plain = plain_jpeg(b"\n" + photo[:2] + CANARY.encode() + b"\xff\xff" + photo[2:])
    assert CANARY.encode() not in plain
    assert points_of(plain) == points_of(photo)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.9, 0.99])
def test_s31_a_picture_that_ends_too_early_has_no_notes_either(share: float) -> None:
    photo = a_jpeg()
    assert CANARY.encode() not in plain_jpeg(photo[: int(len(photo) * share)])


def test_fill_bytes_do_not_end_a_scan() -> None:
    photo = a_noisy_jpeg()
    filled = photo[:-2] + b"\xff\xff\xff" + photo[-2:]
    assert points_of(plain_jpeg(filled)) == points_of(photo)
    assert plain_jpeg(b"\xff\xd8" + b"\xff" * 300_000 + b"\0") == b"\xff\xd8"
