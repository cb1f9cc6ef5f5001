"""The file of a source: cleaned before it comes here, kept with the source, taken off again."""

from supportroom.files.cleaning import Cleaned
from supportroom.files.keeping import keep, let_go
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.library.actions.sources import held_at_work
from supportroom.library.models import Source


@action("library.attach_file", on="source")
def attach_file(*, actor: Actor, source: Source, file: Cleaned) -> Source:
    """Keep a cleaned file with a source that has none.

    DomainError `library.not_at_work`, `library.has_file`, `files.room_full`, `files.enough_today`.
    """
    held_at_work(source.group)
    refuse_unless(Source.objects.filter(pk=source.pk, file=None).exists(), "library.has_file")
    change(source, file=keep(file, by=actor))
    record(source, actor=actor, group=source.group_id)
    return source


@action("library.take_file_off", on="source")
def take_file_off(*, actor: Actor, source: Source) -> Source:
    """Take a source's file off: it is deleted. DomainError `library.not_at_work`."""
    held_at_work(source.group)
    stored = source.file
    change(source, file=None)
    if stored is not None:
        let_go(stored)
    record(source, actor=actor, group=source.group_id)
    return source
