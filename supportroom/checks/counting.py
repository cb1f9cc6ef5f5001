"""When a members' check is over: it is counted once, whoever comes first.

Who acts on a check after its close settles it before (`settle_if_over`); the periodic job sees to those that nobody
comes for. Apps above hand in by `at_count` what the outcome sets off.
"""

from supportroom.checks.actions import count_check
from supportroom.checks.ending import finish_interrupted
from supportroom.checks.hearing import at_count, at_withdrawal, leads_to
from supportroom.checks.models import MembersCheck
from supportroom.checks.vocabulary import OPEN
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.clock import now
from supportroom.kernel.errors import DomainError

__all__ = ["at_count", "at_withdrawal", "count_what_is_over", "leads_to", "settle_if_over"]


def settle_if_over(check: MembersCheck) -> MembersCheck:
    """Count a check whose window is over, if nobody did; give it as it stands now."""
    if check.is_over(now()):
        try:
            count_check(actor=SYSTEM, members_check=check)
        except DomainError as error:
            if error.code != "kernel.not_now":  # somebody was faster
                raise
        check.refresh_from_db()
    return check


def count_what_is_over() -> int:
    """Count every check whose window is over; give how many there were. Safe to run late, twice, or at once."""
    finish_interrupted()
    over = list(MembersCheck.objects.filter(state=OPEN, closes_at__lte=now()))
    for check in over:
        settle_if_over(check)
    return len(over)
