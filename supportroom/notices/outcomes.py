"""What can become of a mail that was tried, how long until it is tried again, and which are due."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from supportroom.kernel.clock import now
from supportroom.notices.models import Mail
from supportroom.notices.vocabulary import WAITING

LEASE: Final = timedelta(minutes=5)
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=1)
GIVEN_UP_AFTER: Final = timedelta(hours=48)
# left; tried and to be tried later; refused for good; never to be sent; given back without having been tried
SENT, LATER, REFUSED, UNSENDABLE, BACK = "sent", "later", "refused", "unsendable", "back"


@dataclass(frozen=True)
class Outcome:
    """What became of a mail under a lease; `address` is what was refused."""

    mail_id: int
    lease: int
    what: str
    trouble: str = ""
    address: str = ""

    def as_(self, what: str, trouble: str = "", address: str = "") -> "Outcome":
        """Give the same mail's outcome, known by now."""
        return replace(self, what=what, trouble=trouble, address=address)


def due_mails() -> QuerySet[Mail]:
    """Mails that can be sent now: waiting, due, and under nobody's lease, or under one that has run out."""
    moment = now()
    free = Q(leased_until=None) | Q(leased_until__lte=moment)
    return Mail.objects.filter(free, state=WAITING, due_at__lte=moment)


def wait_after(tries: int) -> timedelta:
    """Give how long to wait after so many tries: one minute, two, four ... an hour."""
    return min(FIRST_WAIT * 2 ** min(max(tries - 1, 0), 6), LONGEST_WAIT)


def is_hopeless(written_at: datetime, moment: datetime) -> bool:
    """Tell whether a mail has been tried for long enough."""
    return moment - written_at >= GIVEN_UP_AFTER
