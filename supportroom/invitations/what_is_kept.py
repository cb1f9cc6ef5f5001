"""What invitations keep for a while: needs, and who asked."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.invitations.actions.forgetting import forget_person
from supportroom.invitations.models import Question, SupportRequest
from supportroom.protection.retention import at_forgetting, keep
from supportroom.rounds.vocabulary import PUBLISHED


def _confided(moment: datetime) -> int:
    needs = SupportRequest.objects.filter(invitation__round__state=PUBLISHED).count()
    return needs + Question.objects.filter(round__state=PUBLISHED, invitation__isnull=False).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "invitations.confided",
        what=_("What somebody needs in order to come, why they declined, what they asked"),
        why=_("so that the team can help and answer"),
        until=_("until the round is published"),
        overdue=_confided,
    )
    at_forgetting(forget_person)
