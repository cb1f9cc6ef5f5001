"""Digests: what was not told at once, in one mail on somebody's own morning."""

from collections.abc import Sequence

from supportroom.journal.door import action, record
from supportroom.journal.writing import create_many
from supportroom.kernel.actors import Actor
from supportroom.notices.actions.queueing import queue_mails
from supportroom.notices.digests import Digest, pending
from supportroom.notices.models import DigestDay, Notice


@action("notices.queue_digests", on="person_ids")
def queue_digests(*, actor: Actor, person_ids: Sequence[int]) -> None:
    """Queue the digest that is due for each of these persons, once a day; read or unwanted notices need no mail."""
    digests = [digest for digest in pending(person_ids) if _takes_the_day(digest)]
    settled = [notice_id for digest in digests for notice_id in digest.notices]
    for start in range(0, len(settled), 500):
        Notice.objects.filter(pk__in=settled[start : start + 500]).update(is_mailed=True)
    queued = queue_mails({digest.person_id: digest.kinds for digest in digests if digest.kinds})
    record("notices.digests", actor=actor, persons=len(digests), mails=queued)


def _takes_the_day(digest: Digest) -> bool:
    """Mark the day as looked after; False where a run before, or beside, this one has done it."""
    mine = DigestDay.objects.filter(person_id=digest.person_id)
    if mine.filter(day__lt=digest.due.day).update(day=digest.due.day):
        return True
    if mine.exists():
        return False
    create_many(DigestDay, [{"person_id": digest.person_id, "day": digest.due.day}])
    return True
