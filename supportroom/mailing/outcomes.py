"""What can become of a mail that was tried, how long until it is tried again, and which envelopes are due."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Q

from supportroom.kernel.clock import now

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


def is_due(state: str) -> Q:
    """Give the condition of a row that can be sent now: in this state, due, under nobody's lease that still runs."""
    moment = now()
    return (Q(leased_until=None) | Q(leased_until__lte=moment)) & Q(state=state, due_at__lte=moment)


def wait_after(tries: int) -> timedelta:
    """Give how long to wait after so many tries: one minute, two, four ... an hour."""
    return min(FIRST_WAIT * 2 ** min(max(tries - 1, 0), 6), LONGEST_WAIT)


def is_hopeless(written_at: datetime, moment: datetime) -> bool:
    """Tell whether a mail has been tried for long enough."""
    return moment - written_at >= GIVEN_UP_AFTER
