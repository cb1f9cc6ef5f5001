"""What the selection keeps for a while: who registered, and who said that they would not come."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from supportroom.protection.retention import at_forgetting, keep
from supportroom.rounds.vocabulary import PUBLISHED
from supportroom.selection.actions.forgetting import forget_person
from supportroom.selection.models import Application, Listing
from supportroom.selection.vocabulary import OWN


def _registered(moment: datetime) -> int:
    applied = Application.objects.filter(registration__round__state=PUBLISHED).count()
    return applied + Listing.objects.filter(draft_list__round__state=PUBLISHED, way=OWN).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "selection.registrations",
        what=_("Who registered for a round, and who said that they would not come"),
        why=_("so that the list can be made"),
        until=_("until the round is published"),
        overdue=_registered,
    )
    at_forgetting(forget_person)
