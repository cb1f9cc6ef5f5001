"""How places on a list are given: each way has a name, which every entry of a list keeps, and a pool to choose from.

By hand and by filter the pool is the roll; from the registrations it is those who registered. A fair draw would be one
more line in `WAYS_OF_GIVING`, with the registered as its pool and the quotas (`balance`) as its bounds.
"""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from supportroom.people.models import Person
from supportroom.people.vocabulary import MEMBER
from supportroom.rounds.models import Round
from supportroom.selection.criteria import REGISTERED, Criteria
from supportroom.selection.models import Registration
from supportroom.selection.vocabulary import FILTER, HAND, REGISTRATION

Pool = Callable[[Round], QuerySet[Person]]


def on_the_roll(round: Round) -> QuerySet[Person]:
    """Members, and people of the roll who hold no role; staff, observers and addressees take no place."""
    return Person.objects.filter(Q(roles__icontains=f'"{MEMBER}"') | Q(roles=[]))


def can_be_listed(round: Round) -> QuerySet[Person]:
    """Everybody to whom a place can be given at all, whatever was looked for."""
    return Person.objects.filter(Q(pk__in=on_the_roll(round).values("pk")) | Q(pk__in=registered(round).values("pk")))


def registered(round: Round) -> QuerySet[Person]:
    """Who registered for the round."""
    return Person.objects.filter(applications__registration__round=round)


WAYS_OF_GIVING: dict[str, Pool] = {HAND: on_the_roll, FILTER: on_the_roll, REGISTRATION: registered}


def way_of(criteria: Criteria) -> str:
    """Tell by which way people found by these criteria come on the list."""
    if criteria.source == REGISTERED:
        return REGISTRATION
    return FILTER if criteria.asks_profile else HAND


def pool_of(round: Round) -> QuerySet[Person]:
    """Give from whom a round's list can be filled: once a registration was opened the registered, else the roll."""
    is_open = Registration.objects.filter(round=round).exists()
    return WAYS_OF_GIVING[REGISTRATION if is_open else FILTER](round)
