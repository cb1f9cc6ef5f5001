"""A briefing logged by mistake goes to the trash, and comes back with all that was read in it."""

from datetime import timedelta

from supportroom.briefings.models import Briefing
from supportroom.briefings.vocabulary import TRASH_DAYS
from supportroom.journal.door import action, record
from supportroom.journal.writing import change, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now


@action("briefings.trash_briefing", on="briefing")
def trash_briefing(*, actor: Actor, briefing: Briefing, seen: int | None = None) -> Briefing:
    """Put a briefing into the trash: nothing shows it any more. DomainError `briefings.trashed`; Stale."""
    refuse_unless(briefing.trashed_at is None, "briefings.trashed")
    change(briefing, seen=seen, trashed_at=now())
    record(briefing, actor=actor)
    return briefing


@action("briefings.restore_briefing", on="briefing")
def restore_briefing(*, actor: Actor, briefing: Briefing) -> Briefing:
    """Take a briefing out of the trash, with all that was read in it. DomainError `briefings.not_trashed`."""
    refuse_unless(briefing.trashed_at is not None, "briefings.not_trashed")
    change(briefing, trashed_at=None)
    record(briefing, actor=actor)
    return briefing


@action("briefings.empty_trash", on="briefing")
def empty_trash(*, actor: Actor, briefing: Briefing) -> None:
    """Erase a briefing that has lain in the trash for thirty days, with all that was read in it.

    One whose list went to the office stays in the trash. DomainError `briefings.not_trashed`, `kernel.in_use`.
    """
    held = Briefing.objects.select_for_update(no_key=True).get(pk=briefing.pk)
    refuse_unless(held.trashed_at, "briefings.not_trashed")
    assert held.trashed_at is not None
    refuse_unless(now() - held.trashed_at >= timedelta(days=TRASH_DAYS), "kernel.not_now")
    refuse_unless(not held.absent_lists.exists(), "kernel.in_use")
    record(held, actor=actor)
    erase(held)
