"""What is forgotten of a list when its round is published: who registered, and who said that they would not come."""

from supportroom.journal.writing import erase_all
from supportroom.rounds.models import Round
from supportroom.selection.models import Application, Listing
from supportroom.selection.vocabulary import OWN


def forget_who_registered(round: Round) -> None:
    """Keep who stood on the list alone; inside the action that publishes the round (S43)."""
    erase_all(Application.objects.filter(registration__round=round))
    erase_all(Listing.objects.filter(draft_list__round=round, way=OWN))
