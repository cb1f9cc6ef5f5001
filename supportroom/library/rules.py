"""Who reads and fills a working group's library: its seats and the team fill it, interpreters read it too."""

from supportroom.groups.models import WorkingGroup
from supportroom.groups.vocabulary import AT_WORK
from supportroom.kernel.actors import Actor
from supportroom.kernel.permissions import may, permission
from supportroom.library.models import Source, SourceNote
from supportroom.people.vocabulary import TEAM


@permission("library.read_library")
def reads_library(actor: Actor, thing: WorkingGroup) -> bool:
    """Who reads the group's work."""
    return may(actor, "groups.read_work", thing)


@permission("library.add_source")
@permission("library.import_sources")
def fills_library(actor: Actor, thing: WorkingGroup) -> bool:
    """Who holds a seat, and the team, while the group is at work."""
    return thing.state == AT_WORK and (actor.holds(TEAM) or may(actor, "groups.work_in_group", thing))


@permission("library.amend_source")
@permission("library.remove_source")
@permission("library.restore_source")
@permission("library.attach_file")
@permission("library.take_file_off")
@permission("library.add_note")
def works_on_source(actor: Actor, thing: Source) -> bool:
    """Who fills the library."""
    return fills_library(actor, thing.group)


@permission("library.amend_note")
@permission("library.remove_note")
def is_own_note(actor: Actor, thing: SourceNote) -> bool:
    """Who wrote it, as long as they fill the library."""
    is_own = actor.person_id is not None and actor.person_id == thing.written_by_id
    return is_own and fills_library(actor, thing.source.group)


@permission("library.read_notes")
def reads_notes(actor: Actor, thing: WorkingGroup) -> bool:
    """The group's seats and the team: notes are their working papers."""
    return actor.holds(TEAM) or may(actor, "groups.read_seats", thing)
