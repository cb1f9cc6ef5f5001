"""What was under way when the backup was made, and cannot go on as if nothing had happened.

* Mails that waited may have left since: they are held back, and the team can let them be tried again.
* Members' checks were answered under keys that no backup holds: they begin anew, for as long as was left.
* Sessions that were open are open still, without a key: they can be read and closed, and nothing tells any more who
  said what. Where the key still lies on this machine they go on.
"""

from dataclasses import dataclass
from datetime import datetime

from supportroom.backups.actions import settle_restored
from supportroom.checks import vocabulary as checks
from supportroom.checks.actions import ask_again
from supportroom.checks.models import MembersCheck
from supportroom.kernel.actors import SYSTEM
from supportroom.mailing import vocabulary as mailing
from supportroom.mailing.actions import hold_back_envelopes
from supportroom.mailing.models import Envelope
from supportroom.notices.actions import hold_back_mail
from supportroom.notices.models import Mail
from supportroom.notices.telling import tell
from supportroom.protection.handles import has_key
from supportroom.rounds.models import Session
from supportroom.rounds.vocabulary import OPEN


@dataclass(frozen=True)
class Settled:
    """How many mails were held back and checks began anew; open sessions, and those of them that have no key."""

    mails: int
    checks: int
    sessions: int
    without_key: int
    keys: tuple[int, ...]


def settle(since: datetime, version: str) -> Settled:
    """Settle all of it, inside the new room, before anybody can come in."""
    tell(by_mail=False)
    mails = Mail.objects.filter(state=mailing.WAITING).count()
    mails += Envelope.objects.filter(state=mailing.WAITING).count()
    hold_back_mail(actor=SYSTEM, since=since)
    hold_back_envelopes(actor=SYSTEM, since=since)
    asked = list(MembersCheck.objects.filter(state=checks.OPEN))
    for check in asked:
        ask_again(actor=SYSTEM, members_check=check, since=since)
    sessions = list(Session.objects.filter(state=OPEN).values_list("pk", flat=True))
    settle_restored(
        actor=SYSTEM, since=since, version=version, mails=mails, checks=len(asked), sessions=len(sessions)
    )  # fmt: skip
    keys = (*sessions, *(check.pk for check in asked))
    return Settled(mails, len(asked), len(sessions), sum(not has_key(key) for key in sessions), keys)
