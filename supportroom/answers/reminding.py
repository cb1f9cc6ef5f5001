"""What is done for the calendar: reminders of answers. Safe to run twice, at once, or late."""

import logging
from datetime import timedelta

from supportroom.answers.actions import remind as remind_of
from supportroom.answers.due import today, waiting
from supportroom.answers.models import Letter
from supportroom.answers.reminders import reminder_due
from supportroom.answers.vocabulary import ACKNOWLEDGED, SENT
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import DomainError
from supportroom.room.models import Room

log = logging.getLogger(__name__)


def remind() -> int:
    """Remind every addressee of what is due soon or overdue, each once before and once after; give how many.

    Each letter is a transaction of its own: a run that was killed is ended by the next.
    """
    room = Room.objects.first()
    if room is None:
        return 0
    day = today()
    near = day + timedelta(days=room.answer_reminder_days)
    letters = Letter.objects.filter(state__in=(SENT, ACKNOWLEDGED), due_on__lte=near, reminded_late_on=None)
    letters = letters.filter(submissions__in=waiting())
    letters = letters.exclude(addressee__address="").select_related("addressee").distinct()
    return sum(_step(letter, reminder_due(letter, day)) for letter in letters)


def _step(letter: Letter, when: str) -> int:
    if not when:
        return 0
    try:
        remind_of(actor=SYSTEM, letter=letter, when=when)
    except DomainError as error:  # answered, withdrawn or reminded since it was read
        log.info("a letter has moved on meanwhile: %s", error.code)
        return 0
    return 1
