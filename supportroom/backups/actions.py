"""What a restored room has to know about itself."""

from datetime import datetime

from supportroom.journal.door import action, record
from supportroom.kernel.actors import Actor


@action("backups.settle_restored", on="since")
def settle_restored(*, actor: Actor, since: datetime, version: str, mails: int, checks: int, sessions: int) -> None:
    """Write down that the room went back to an instant, and what was settled for it."""
    facts = {"mails": mails, "checks": checks, "sessions": sessions}
    record("backups:restored", actor=actor, since=since.isoformat(), made_by=version, **facts)
