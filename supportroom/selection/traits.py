"""What somebody counts as, by their own profile alone, written as conditions on persons; what is unsaid counts not."""

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import BaseExpression

from supportroom.people.models import Profile
from supportroom.people.places import places_within
from supportroom.people.vocabulary import DISPLACED as DISPLACED_SITUATION
from supportroom.people.vocabulary import UNSAID, WOMAN
from supportroom.room.vocabulary import AGE, COMPETENCE, DISABILITY, DISPLACED, FIRST_TIMERS, REGION, WOMEN
from supportroom.rounds.models import Participant, Round
from supportroom.selection.models import Listing

Condition = Q | BaseExpression
SAID_IN = {WOMEN: "gender", DISPLACED: "situation", DISABILITY: "disability", AGE: "age_band"}

SAYING = {WOMEN: WOMAN, DISPLACED: DISPLACED_SITUATION, DISABILITY: "yes"}


def counts_for(kind: str, value: str, round: Round) -> Condition:
    """Give the condition under which a person counts for a quota of this kind and value in this round."""
    if kind == REGION:
        return Q(profile__region__in=places_within(value))
    if kind == COMPETENCE:
        return knows(value)
    if kind == FIRST_TIMERS:
        return comes_first(round)
    return Q(**{f"profile__{SAID_IN[kind]}": SAYING.get(kind, value)})


def said_nothing(kind: str) -> Condition:
    """Give the condition under which a person does not say what a quota of this kind asks."""
    if kind == FIRST_TIMERS:
        return Q(pk=None)
    if kind == REGION:
        return Q(profile__isnull=True) | Q(profile__region="")
    if kind == COMPETENCE:
        return Q(~Exists(Profile.competences.through.objects.filter(profile__person=OuterRef("pk"))))
    return Q(profile__isnull=True) | Q(**{f"profile__{SAID_IN[kind]}": UNSAID})


def knows(competence: str) -> Exists:
    """Give the condition under which a person names this field of competence."""
    return Exists(Profile.competences.through.objects.filter(profile__person=OuterRef("pk"), competence_id=competence))


def comes_first(round: Round) -> Condition:
    """Give the condition under which a person took part in no earlier round."""
    earlier = Participant.objects.filter(person=OuterRef("pk"), round__starts_on__lt=round.starts_on)
    return Q(~Exists(earlier.exclude(round=round)))


def listed_elsewhere(round: Round) -> Exists:
    """Give the condition under which a person stands or stood on another round's list."""
    return Exists(Listing.objects.filter(person=OuterRef("pk"), has_left=False).exclude(draft_list__round=round))
