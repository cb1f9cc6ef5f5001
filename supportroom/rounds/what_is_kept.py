"""What rounds keep for a while: who came, until the report is published; keys, until their session closes."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.protection.handles import has_key
from supportroom.protection.retention import at_forgetting, keep
from supportroom.rounds.actions.attendance import forget_person
from supportroom.rounds.closing import finish_interrupted_closings
from supportroom.rounds.models import CheckIn, Session
from supportroom.rounds.vocabulary import CLOSED, PUBLISHED


def _check_ins(moment: datetime) -> int:
    return CheckIn.objects.filter(participant__round__state=PUBLISHED).count()


def _keys(moment: datetime) -> int:
    return sum(map(has_key, Session.objects.filter(state=CLOSED).values_list("pk", flat=True)))


def _end_closings() -> int:
    return finish_interrupted_closings(scrub=False)


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "rounds.check_ins",
        what=_("Who came on which day of a round"),
        why=_("for the figures of the report"),
        until=_("until the report is published"),
        overdue=_check_ins,
    )
    keep(
        "rounds.session_keys",
        what=_("The key of a session, which alone ties words to people"),
        why=_("so that people can change what they said while the session is open"),
        until=_("until the session closes"),
        overdue=_keys,
        forget=_end_closings,
    )
    at_forgetting(forget_person)
