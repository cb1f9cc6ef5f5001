"""What changed between the version that was adopted and the one to be released, with the note behind it."""

from dataclasses import dataclass

from supportroom.adoption.models import NoteChange, OfficeNote
from supportroom.kernel.multilingual import direction_of
from supportroom.papers.versions import VersionView
from supportroom.texts.differences import Piece, differences


@dataclass(frozen=True)
class ChangeShown:
    """One paragraph whose original changed: its number, the words in pieces, their language, the notes behind it."""

    number: int | None
    language: str
    direction: str
    pieces: tuple[Piece, ...]
    notes: tuple[OfficeNote, ...]


def changed_since(adopted: VersionView, later: VersionView, language: str) -> list[ChangeShown]:
    """List the paragraphs whose original was changed since the adoption, in order.

    They are shown in the language asked for where both versions have it and it changed, else in the original.
    """
    before = {each.paragraph_id: each.content for each in adopted.shown}
    changed = [
        each
        for each in later.shown
        if each.paragraph_id in before and str(each.content) != str(before[each.paragraph_id])
    ]
    notes = _notes([each.paragraph_id for each in changed])
    shown = []
    for each in changed:
        old = before[each.paragraph_id]
        code = _language(old.texts.get(language), each.content.texts.get(language), language, each.content.original)
        pieces = differences(old.texts.get(code, ""), each.content.texts.get(code, ""))
        behind = tuple(notes.get(each.paragraph_id, {}).values())
        shown.append(ChangeShown(each.number, code, direction_of(code), pieces, behind))
    return shown


def _language(old: str | None, new: str | None, wanted: str, original: str) -> str:
    return wanted if old and new and old != new else original


def _notes(paragraph_ids: list[int]) -> dict[int, dict[int, OfficeNote]]:
    found: dict[int, dict[int, OfficeNote]] = {}
    changes = NoteChange.objects.filter(paragraph__in=paragraph_ids).select_related("note").order_by("note__number")
    for change in changes:
        found.setdefault(change.paragraph_id, {})[change.note_id] = change.note
    return found
