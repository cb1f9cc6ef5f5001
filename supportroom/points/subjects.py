"""What a check can ask about besides points: a text of a higher floor, by its opaque reference and version."""

from dataclasses import dataclass

from supportroom.kernel.multilingual import MultilingualText


@dataclass(frozen=True)
class Subject:
    """A text put to a session: its reference (`journal.models.reference`), its version, its wording as asked."""

    reference: str
    version: int
    wording: MultilingualText
