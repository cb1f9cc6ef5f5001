"""A cleaned picture made light enough for a bad line: no wider than a page shows it, packed anew."""

import io
from dataclasses import dataclass, replace
from typing import Any, Final

from supportroom.files.cleaning import Cleaned
from supportroom.files.vocabulary import JPEG, PNG
from supportroom.kernel.errors import DomainError

WIDEST: Final = 1120
_QUALITY: Final = 72
_HEAVY: Final = 120_000


@dataclass(frozen=True)
class Picture:
    """A picture that is light, with the measures that the page reserves for it before it has come."""

    file: Cleaned
    width: int
    height: int


def light(cleaned: Cleaned) -> Picture:
    """Give a picture no wider than 1,120 points. DomainError `pages.no_picture` for a file that is none.

    What is drawn stays PNG while that is light; a photograph in PNG becomes JPEG.
    """
    if cleaned.kind not in (JPEG, PNG):
        raise DomainError("pages.no_picture")
    from PIL import Image  # noqa: PLC0415 - eight megabytes that a room at rest does without

    with Image.open(io.BytesIO(cleaned.content), formats=[cleaned.kind.upper()]) as opened:
        picture: Any = opened.convert("RGBA" if _is_clear(opened) else "RGB")
    if picture.width > WIDEST:
        picture = picture.resize((WIDEST, max(1, round(picture.height * WIDEST / picture.width))))
    kind, content = _packed(picture, cleaned.kind)
    stem = cleaned.name.rpartition(".")[0]
    name = cleaned.name if kind == cleaned.kind else f"{stem}.jpg"
    return Picture(replace(cleaned, name=name, kind=kind, content=content), picture.width, picture.height)


def _is_clear(picture: Any) -> bool:
    """Tell whether one sees through parts of it."""
    return "A" in picture.mode or "transparency" in picture.info


def _packed(picture: Any, kind: str) -> tuple[str, bytes]:
    if kind == PNG:
        drawn = _written(picture, "PNG", optimize=True)
        if len(drawn) <= _HEAVY or picture.mode == "RGBA":
            return PNG, drawn
    return JPEG, _written(picture.convert("RGB"), "JPEG", quality=_QUALITY, optimize=True, progressive=True)


def _written(picture: Any, form: str, **how: Any) -> bytes:
    content = io.BytesIO()
    picture.save(content, form, **how)
    return content.getvalue()
