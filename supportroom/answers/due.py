"""When an answer is due, and what is overdue. Days are those of the room's own calendar."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from supportroom.answers.models import Letter
from supportroom.kernel.clock import now
from supportroom.register.models import Addressee, Submission
from supportroom.register.vocabulary import ACKNOWLEDGED, DONE, LAPSED, SENT
from supportroom.room.queries import charter

WAITING = (SENT, ACKNOWLEDGED)
SETTLED = (DONE, LAPSED)


def today() -> date:
    """Give the present day by the room's clock."""
    return now().astimezone(ZoneInfo(charter().time_zone)).date()


def due_day(addressee: Addressee, sent_on: date) -> date:
    """Give the last day for an answer: so many days after it was sent, the addressee's own number or the charter's."""
    return sent_on + timedelta(days=addressee.answer_days or charter().answer_days)


def waiting() -> QuerySet[Submission]:
    """What was sent and is not answered, of recommendations that are still open, with recommendation and addressee."""
    rows = Submission.objects.select_related("recommendation", "addressee").filter(state__in=WAITING)
    return rows.filter(recommendation__set_aside=False).exclude(recommendation__state__in=SETTLED)


def under(letter: Letter) -> QuerySet[Submission]:
    """What stands under a sent letter: not what was sent anew since, by another one."""
    return letter.submissions.filter(sent_on=letter.sent_on, recommendation__set_aside=False)


def overdue(day: date) -> QuerySet[Submission]:
    """What waits for an answer whose due day was before this one, the longest overdue first."""
    return waiting().filter(due_on__lt=day).order_by("due_on", "pk")


def is_overdue(submission: Submission, day: date) -> bool:
    """Tell whether a submission, with its recommendation, is overdue on a day."""
    is_open = submission.state in WAITING and submission.recommendation.state not in SETTLED
    return is_open and submission.due_on is not None and submission.due_on < day


def days_overdue(submission: Submission, day: date) -> int:
    """Give by how many days a submission is overdue; 0 where it is not."""
    return (day - submission.due_on).days if submission.due_on and is_overdue(submission, day) else 0
