"""What topics keep for a while: who wanted what, until the round has met; who wrote what, until it is published."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.protection.retention import at_forgetting, keep
from supportroom.rounds.vocabulary import CLOSED, PUBLISHED
from supportroom.topics.actions.erasing import forget_person
from supportroom.topics.models import DiscussionPoint, Mark, Remark, Topic


def _marks(moment: datetime) -> int:
    return Mark.objects.filter(topic__round__sessions__state=CLOSED).distinct().count()


def _writers(moment: datetime) -> int:
    return (
        Topic.objects.filter(round__state=PUBLISHED, proposed_by__isnull=False).count()
        + Remark.objects.filter(topic__round__state=PUBLISHED, written_by__isnull=False).count()
        + DiscussionPoint.objects.filter(topic__round__state=PUBLISHED, contributed_by__isnull=False).count()
    )


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "topics.marks",
        what=_("Who supported which topic"),
        why=_("so that each mark counts once"),
        until=_("until the first session of the round closes; the numbers stay"),
        overdue=_marks,
    )
    keep(
        "topics.writers",
        what=_("Who proposed a topic, remarked or contributed"),
        why=_("so that they can go on with what is theirs"),
        until=_("until the round is published; the words stay"),
        overdue=_writers,
    )
    at_forgetting(forget_person)
