"""Mails for the outbox, for use inside actions: one that waits already takes up what else is to be said (R08);
one that can be answered says one thing alone.
"""

from collections.abc import Iterable, Mapping

from django.conf import settings
from django.db.models import QuerySet

from supportroom.journal.writing import create_many
from supportroom.kernel.clock import now
from supportroom.notices.models import Mail
from supportroom.notices.queries import reachable_among
from supportroom.notices.vocabulary import WAITING

Kinds = Mapping[int, Iterable[str]]
Answerable = Mapping[tuple[int, str], str]


def queue_mails(kinds: Kinds) -> int:
    """Let a mail that names these categories wait for each person (by id) whom mail reaches; give how many are new.

    A mail that was never tried and that nobody is sending says it as well: then nothing new waits. A room without mail
    queues none.
    """
    if not settings.MAIL_IS_ON or not kinds:
        return 0
    wanted = {person_id: set(kinds[person_id]) for person_id in reachable_among(kinds)}
    joined = {mail.person_id for mail in _untried(wanted) if _joins(mail, wanted[mail.person_id])}
    moment = now()
    rows = [
        {"person_id": person_id, "kinds": sorted(named), "written_at": moment, "due_at": moment}
        for person_id, named in wanted.items()
        if person_id not in joined
    ]
    return len(create_many(Mail, rows))


def queue_answerable_mails(wanted: Answerable) -> int:
    """Let a mail of its own wait for each (person by id, address for answers), which names the category given."""
    if not settings.MAIL_IS_ON or not wanted:
        return 0
    reachable = reachable_among({person_id for person_id, _reply_to in wanted})
    moment = now()
    rows = [
        {"person_id": person_id, "kinds": [category], "reply_to": reply_to, "written_at": moment, "due_at": moment}
        for (person_id, reply_to), category in wanted.items()
        if person_id in reachable
    ]
    return len(create_many(Mail, rows))


def _untried(people: Iterable[int]) -> QuerySet[Mail]:
    return Mail.objects.filter(person_id__in=list(people), state=WAITING, tries=0, lease=None, reply_to="")


def _joins(mail: Mail, named: set[str]) -> bool:
    """Let a waiting mail name more; not if a worker has taken it in the meantime."""
    if named <= set(mail.kinds):
        return bool(_untried([mail.person_id]).filter(pk=mail.pk).update(tries=0))
    return bool(_untried([mail.person_id]).filter(pk=mail.pk).update(kinds=sorted({*mail.kinds, *named})))
