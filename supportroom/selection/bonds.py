"""When somebody on a list is bound by it: pure, and asked by actions and pages alike."""

from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import INVITING
from supportroom.selection.models import Listing


def is_bound(listing: Listing, round: Round) -> bool:
    """Tell whether an invitation may have gone out to somebody on the list: from then on they can only decline."""
    return listing.was_confirmed and round.state == INVITING
