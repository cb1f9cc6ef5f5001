"""What the room keeps of ends that have come."""

from datetime import datetime

from supportroom.journal.door import action, record
from supportroom.journal.writing import create
from supportroom.kernel.actors import Actor
from supportroom.rounds.models import LastDeadline


@action("rounds.note_deadlines", on="until")
def note_deadlines(*, actor: Actor, until: datetime) -> None:
    """Keep that every window which ends at an instant or before it is over; a later one that is known stays."""
    if not LastDeadline.objects.select_for_update(no_key=True).exists():
        create(LastDeadline, at=until)
    LastDeadline.objects.filter(at__lt=until).update(at=until)
    record("rounds.deadlines", actor=actor, until=until.isoformat())
