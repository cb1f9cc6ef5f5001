"""Notes on a source."""

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.library.actions.sources import held_at_work
from supportroom.library.models import Source, SourceNote


@action("library.add_note", on="source")
def add_note(*, actor: Actor, source: Source, text: str) -> SourceNote:
    """Note something on a source; DomainError `kernel.empty`, `library.not_at_work`."""
    held_at_work(source.group)
    refuse_unless(text.strip(), "kernel.empty")
    note = create(
        SourceNote,
        source=source,
        written_by_id=actor.person_id,
        text=text,
        written_on=now().date(),
        position=source.notes.count() + 1,
    )
    record(source, actor=actor, note=note.pk)
    return note


@action("library.amend_note", on="note")
def amend_note(*, actor: Actor, note: SourceNote, text: str, seen: int | None = None) -> SourceNote:
    """Write one's own note anew. Stale where it was changed elsewhere; DomainError `kernel.empty`."""
    held_at_work(note.source.group)
    refuse_unless(text.strip(), "kernel.empty")
    change(note, seen=seen, text=text)
    record(note.source, actor=actor, note=note.pk)
    return note


@action("library.remove_note", on="note")
def remove_note(*, actor: Actor, note: SourceNote) -> None:
    """Take one's own note away."""
    held_at_work(note.source.group)
    record(note.source, actor=actor)
    erase(note)
