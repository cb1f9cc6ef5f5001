"""Telling the steps of a recommendation's way, inside the action that takes them."""

from datetime import date

from supportroom.journal.writing import create
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.register.models import Addressee, Happening, Recommendation


def tell(
    recommendation: Recommendation,
    kind: str,
    on: date,
    *,
    addressee: Addressee | None = None,
    words: MultilingualText | None = None,
    source: str = "",
    about: str = "",
) -> None:
    """Write one step that everybody may read who may read the recommendation; `kind` is one of HAPPENINGS.

    `about` is the opaque reference of what it speaks of, `source` says where it can be read. ValidationError where a
    text is too long or the kind unknown.
    """
    create(
        Happening,
        recommendation=recommendation,
        kind=kind,
        on=on,
        addressee=addressee,
        words=words or MultilingualText(),
        source=source,
        about=about,
        told_at=now(),
    )
