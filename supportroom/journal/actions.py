"""What is done to the journal itself: places for entries without a name, and forgetting."""

from datetime import datetime

from supportroom.journal.chain import seal_loose
from supportroom.journal.door import action, record
from supportroom.journal.models import PERSONS, Entry
from supportroom.journal.writing import forget_traces
from supportroom.kernel.actors import Actor


@action("journal.seal_unnamed", on="day")
def seal_unnamed(*, actor: Actor, day: datetime) -> None:
    """Give the entries without a name that were written since the last time their places, in an order of no meaning."""
    record("journal.sealing", actor=actor, day=f"{day:%Y-%m-%d}", entries=seal_loose())


@action("journal.forget_actors", on="before")
def forget_actors(*, actor: Actor, before: datetime, at_most: int) -> None:
    """Forget who did what, and its facts, before an instant (S43); what the room did by itself stays."""
    old = Entry.objects.filter(at__lt=before, actor__startswith=PERSONS).order_by("at")
    keys = list(old.values_list("pk", flat=True)[:at_most])
    record("journal.ageing", actor=actor, entries=forget_traces(Entry.objects.filter(pk__in=keys)))
