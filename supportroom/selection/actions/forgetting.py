"""What is forgotten of a list when its round is published: who registered, and who said that they would not come."""

from supportroom.journal.writing import erase_all, forget_who_did
from supportroom.people.models import Person
from supportroom.rounds.models import Round
from supportroom.selection.models import Application, Listing
from supportroom.selection.vocabulary import OWN

OF_ONESELF = ("selection.apply", "selection.take_application_back", "selection.leave_list", "selection.come_back")


def forget_who_registered(round: Round) -> None:
    """Keep who stood on the list alone, in the journal as well; inside the action that publishes the round (S43)."""
    forget_who_did(OF_ONESELF, [round], round=round.pk)
    erase_all(Application.objects.filter(registration__round=round))
    erase_all(Listing.objects.filter(draft_list__round=round, way=OWN))


def forget_person(person: Person) -> None:
    """Forget where somebody registered, or said that they would not come; inside the action that forgets them (S43)."""
    erase_all(Application.objects.filter(person=person))
    erase_all(Listing.objects.filter(person=person, way=OWN))
