"""Which reminder of a letter is due on a day: within the charter's days before its due day, and after it; each once."""

from datetime import date, timedelta

from supportroom.answers.models import Letter
from supportroom.answers.vocabulary import ACKNOWLEDGED, AFTER, BEFORE, SENT
from supportroom.room.queries import charter


def reminder_due(letter: Letter, day: date) -> str:
    """Give `before` or `after` where that reminder is due on this day, else nothing.

    The one before is left out once the due day has passed, and where the letter was sent within its days.
    """
    due_on, sent_on = letter.due_on, letter.sent_on
    if letter.state not in (SENT, ACKNOWLEDGED) or due_on is None or sent_on is None or not letter.addressee.address:
        return ""
    if day > due_on:
        return "" if letter.reminded_late_on else AFTER
    begins = due_on - timedelta(days=charter().answer_reminder_days)
    return BEFORE if max(begins, sent_on + timedelta(days=1)) <= day and not letter.reminded_on else ""
