"""What the programme keeps for a while: who offered to facilitate."""

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from supportroom.programme.actions.offers import forget_person
from supportroom.programme.models import FacilitationOffer
from supportroom.protection.retention import at_forgetting, keep
from supportroom.rounds.vocabulary import CLOSED, PUBLISHED


def _offers(moment: datetime) -> int:
    over = Q(session__state=CLOSED) | Q(session__round__state=PUBLISHED)
    return FacilitationOffer.objects.filter(over).count()


def declare() -> None:
    """Enter it into the room's table of what is kept (protection.retention); called in `ready()`."""
    keep(
        "programme.offers",
        what=_("Who offered to facilitate a session"),
        why=_("so that the team can choose"),
        until=_("until the session closes"),
        overdue=_offers,
    )
    at_forgetting(forget_person)
