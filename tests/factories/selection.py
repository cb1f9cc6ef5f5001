"""Lists, quotas and registrations, and members who say something of themselves, built by the product's own actions."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from supportroom.kernel.actors import SYSTEM
from supportroom.people.actions import add_competence, set_profile
from supportroom.people.models import Competence, Person
from supportroom.rounds.models import Round
from supportroom.selection.actions import add_listings, open_registration, set_quotas
from supportroom.selection.models import DraftList, Listing, Quota, Registration
from supportroom.selection.queries import list_of
from supportroom.selection.vocabulary import HAND
from tests.factories.personas import make_person
from tests.factories.rounds import make_round, words

OPENS, CLOSES = datetime(2026, 6, 1, 9, 0, tzinfo=UTC), datetime(2026, 6, 5, 9, 0, tzinfo=UTC)


def make_prepared_round(**fields: Any) -> Round:
    """Make a round in preparation, with two groups, in which nobody takes part yet."""
    return make_round(**{"others": 0, "groups": 2, "running": False, **fields})


def make_member(name: str, *, organisation: str = "", **said: Any) -> Person:
    """Add a member who says this of themselves: region, gender, situation, age_band, competences and so on."""
    person = make_person(name, "member", organisation=organisation)
    if said:
        set_profile(actor=SYSTEM, person=person, **said)
    return person


def make_competence(english: str) -> Competence:
    """Add a field of competence."""
    return add_competence(actor=SYSTEM, name=words(english))


def make_list(round: Round, people: Sequence[Person], *, way: str = HAND) -> DraftList:
    """Put people on the round's list."""
    return add_listings(actor=SYSTEM, draft_list=list_of(round), persons=people, way=way)


def make_quotas(round: Round, *quotas: tuple[str, str, int]) -> list[Quota]:
    """Set a round's quotas: kind, value, per cent."""
    set_quotas(actor=SYSTEM, round=round, quotas=quotas)
    return list(Quota.objects.filter(round=round))


def make_registration(round: Round, **fields: Any) -> Registration:
    """Open a registration from 1 to 5 June 2026."""
    fields = {"opens_at": OPENS, "closes_at": CLOSES, "criteria": words("Work in the field for a year."), **fields}
    return open_registration(actor=SYSTEM, round=round, **fields)


def listing_of(round: Round, person: Person) -> Listing:
    """Give somebody's entry on a round's list."""
    return Listing.objects.select_related("draft_list__round").get(draft_list__round=round, person=person)
