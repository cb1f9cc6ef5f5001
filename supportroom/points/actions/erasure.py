"""What the close of a session takes away for good: every trace of who said what (S14, S15)."""

from supportroom.journal.models import Receipt, reference
from supportroom.journal.writing import erase_all, refuse_unless
from supportroom.points.models import Check, CheckItem, Point, Position
from supportroom.points.vocabulary import CLOSED, OPEN
from supportroom.rounds.models import Session


def erase_session(session: Session) -> None:
    """Empty the handles and delete the answers of a session, and the receipts of forms about its points and checks.

    Called by `rounds.close_session` in its own transaction. DomainError `points.check_open`, `points.unconfirmed`.
    """
    checks = Check.objects.filter(session=session)
    refuse_unless(not checks.filter(state=OPEN).exists(), "points.check_open")
    unconfirmed = CheckItem.objects.filter(check_asked__in=checks.filter(state=CLOSED), outcome="")
    refuse_unless(not unconfirmed.exists(), "points.unconfirmed")
    Point.objects.filter(raised_in=session).exclude(handle="").update(handle="")
    erase_all(Position.objects.filter(item__check_asked__session=session))
    about = [*Point.objects.of(session.round_id, session.group_id), *checks, session]
    about += CheckItem.objects.filter(check_asked__in=checks)
    for start in range(0, len(about), 500):
        erase_all(Receipt.objects.filter(answer__in=[reference(thing) for thing in about[start : start + 500]]))
