"""Pictures: drawn anew point by point, so that nothing but what one sees is left."""

import io
from typing import Any, Final

from supportroom.kernel.errors import DomainError

MOST_POINTS: Final = 40_000_000
_QUALITY: Final = 88
_POSITION, _ORIENTATION = 0x8825, 0x0112
_QUIET = {"transparency", "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "gamma", "srgb", "interlace",
          "progression", "progressive", "adobe", "adobe_transform", "aspect", "chromaticity"}  # fmt: skip


def wash_picture(content: bytes, kind: str) -> tuple[bytes, set[str]]:
    """Give a picture of the same kind, turned as it should be seen; DomainError `files.too_many_pixels`."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    Image.MAX_IMAGE_PIXELS = None  # asked below, before anything is unpacked
    with Image.open(io.BytesIO(content), formats=[kind.upper()]) as opened:
        if opened.width * opened.height > MOST_POINTS:
            raise DomainError("files.too_many_pixels", limit=MOST_POINTS // 1_000_000)
        opened.load()
        removed = _found_in(opened, content)
        return drawn_anew(ImageOps.exif_transpose(opened), kind), removed


def drawn_anew(picture: Any, kind: str) -> bytes:
    """Write a picture's points, with transparency where it has any, and nothing else that it carries."""
    if kind == "jpeg":
        picture = picture if picture.mode in {"L", "RGB"} else picture.convert("RGB")
    elif picture.mode not in {"1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I"}:
        picture = picture.convert("RGBA" if "A" in picture.mode else "RGB")
    kept = picture.info.get("transparency") if kind == "png" else None
    picture.info.clear()
    written = io.BytesIO()
    if kind == "jpeg":
        picture.save(written, "JPEG", quality=_QUALITY, optimize=True)
    else:
        picture.save(written, "PNG", **({} if kept is None else {"transparency": kept}))
    return written.getvalue()


def _found_in(picture: Any, content: bytes) -> set[str]:
    exif = picture.getexif()
    found = {"position"} if _POSITION in exif else set()
    if any(tag not in {_POSITION, _ORIENTATION} for tag in exif) or set(picture.info) - _QUIET - {"exif"}:
        found.add("camera")
    if exif.get_ifd(1) if hasattr(exif, "get_ifd") else {}:
        found.add("preview")
    return found | ({"appended"} if _goes_on(picture.format, content) else set())


def _goes_on(kind: str | None, content: bytes) -> bool:
    """Tell whether bytes stand behind the end of the picture."""
    if kind == "PNG":
        return not content.rstrip(b"\0").endswith(b"IEND\xaeB`\x82")
    return not content.rstrip(b"\0").endswith(b"\xff\xd9")


def plain_picture(content: bytes) -> tuple[bytes, str, set[str]] | None:
    """Give a picture out of a document drawn anew as png or jpeg, with its kind; None for what cannot be drawn."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(io.BytesIO(content), formats=["PNG", "JPEG", "GIF", "BMP", "TIFF"]) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise DomainError("files.too_many_pixels", limit=MOST_POINTS // 1_000_000)
            opened.load()
            kind = "jpeg" if opened.format == "JPEG" else "png"
            removed = _found_in(opened, content) - {"appended"}
            return drawn_anew(ImageOps.exif_transpose(opened), kind), kind, removed
    except (OSError, ValueError, SyntaxError, ArithmeticError):
        return None
