"""A member who leaves the room leaves its working groups with it: seats are given up, candidacies taken back."""

from supportroom.groups.actions import resign, withdraw_candidacy
from supportroom.groups.lifecycle import CANDIDATE
from supportroom.groups.models import Candidate, Seat
from supportroom.groups.vocabulary import HELD
from supportroom.kernel.actors import SYSTEM
from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER


def leave_groups(person: Person, role: str) -> None:
    """Give up what somebody holds who is no member any more; the groups work on, or must be filled."""
    if role != MEMBER:
        return
    for seat in Seat.objects.filter(person=person, state=HELD).select_related("group", "candidate"):
        resign(actor=SYSTEM, seat=seat)
    for candidate in Candidate.objects.filter(person=person).select_related("group"):
        if CANDIDATE.allows(candidate.state, "withdraw"):
            withdraw_candidacy(actor=SYSTEM, candidate=candidate)
