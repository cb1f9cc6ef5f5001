"""From rows to the ranking: candidates with what their profiles say for the room's quotas, as plain values."""

import hashlib
from collections.abc import Sequence

from django.db.models import Exists, OuterRef, Q
from django.db.models.expressions import BaseExpression

from supportroom.groups.appointing import Aim, Proposal, Stander, propose
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.queries import candidates_of, seats_of
from supportroom.people.models import Person
from supportroom.people.places import places_within
from supportroom.people.vocabulary import DISPLACED as DISPLACED_SITUATION
from supportroom.people.vocabulary import WOMAN
from supportroom.room.queries import charter
from supportroom.room.quotas import Share
from supportroom.room.vocabulary import AGE, COMPETENCE, DISABILITY, DISPLACED, FIRST_TIMERS, REGION, WOMEN


def aim_of(group: WorkingGroup, seats: int | None = None) -> Aim:
    """Give what a group looks for; `seats` where another number is appointed than was wanted."""
    fields = frozenset(group.fields.values_list("pk", flat=True))
    quotas = {Share(**quota).key: quota["percent"] for quota in charter().quotas}
    return Aim(fields, seats or group.seats_wanted, quotas)


def proposal_for(group: WorkingGroup, seats: int | None = None) -> Proposal:
    """Rank a group's candidates beside those who hold a seat already."""
    return propose(standers_of(list(candidates_of(group)), group), aim_of(group, seats), seated=standers_seated(group))


def standers_seated(group: WorkingGroup) -> list[Stander]:
    """Give those who hold a seat now, as they stood."""
    seats = seats_of(group).select_related("candidate").prefetch_related("candidate__fields")
    return standers_of([seat.candidate for seat in seats if seat.candidate], group)


def standers_of(candidates: Sequence[Candidate], group: WorkingGroup) -> list[Stander]:
    """Give candidates as plain values; a trait counts only where their own profile says it."""
    people = [candidate.person_id for candidate in candidates]
    counting = {
        share.key: set(Person.objects.filter(counts_for(share), pk__in=people).values_list("pk", flat=True))
        for share in (Share(**quota) for quota in charter().quotas)
    }
    return [
        Stander(
            key=candidate.pk,
            fields=frozenset(each.pk for each in candidate.fields.all()),
            years=candidate.years,
            has_works=bool(candidate.works.strip()),
            lives_in=candidate.lives_in,
            works_in=candidate.works_in,
            traits=frozenset(key for key, ids in counting.items() if candidate.person_id in ids),
            has_conflict=bool(candidate.conflict.strip()),
            lot=_lot(group, candidate),
        )
        for candidate in candidates
    ]


def _lot(group: WorkingGroup, candidate: Candidate) -> int:
    return int.from_bytes(hashlib.sha256(f"{group.pk}:{candidate.pk}".encode()).digest()[:8], "big")


def counts_for(share: Share) -> Q | BaseExpression:
    """Give the condition under which a person counts for a quota; a first-timer here is who never held a seat."""
    said = {
        WOMEN: Q(profile__gender=WOMAN),
        DISPLACED: Q(profile__situation=DISPLACED_SITUATION),
        DISABILITY: Q(profile__disability="yes"),
        AGE: Q(profile__age_band=share.value),
        COMPETENCE: Q(profile__competences=share.value or None),
        FIRST_TIMERS: Q(~Exists(Seat.objects.filter(person=OuterRef("pk")))),
    }
    return Q(profile__region__in=places_within(share.value)) if share.kind == REGION else said[share.kind]
