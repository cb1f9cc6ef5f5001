"""Standing for a group, and taking it back."""

from collections.abc import Sequence
from typing import Any

from supportroom.groups.actions.holding import held
from supportroom.groups.lifecycle import CANDIDATE
from supportroom.groups.models import Candidate, WorkingGroup
from supportroom.groups.vocabulary import AT_WORK, CANDIDATES, HELD, STANDING
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.people.models import Competence
from supportroom.people.places import is_place
from supportroom.rounds.deadlines import not_going_back


@action("groups.stand", on="group")
def stand(*, actor: Actor, group: WorkingGroup, fields: Sequence[Competence] = (), **said: Any) -> Candidate:
    """Stand for a group, or say anew what one said, until its candidates' time is over.

    `said`: years, works, statement, lives_in, works_in, conflict. DomainError `groups.not_open_to_candidates`,
    `groups.in_group_already`, `groups.place_unknown`.
    """
    kept = held(group)
    is_open = kept.state in (CANDIDATES, AT_WORK) and kept.takes_candidates(not_going_back(now()))
    refuse_unless(is_open, "groups.not_open_to_candidates")
    seated = kept.seats.filter(person=actor.person_id, state=HELD).exists()
    refuse_unless(not seated, "groups.in_group_already")
    places = [said.get(name, "") for name in ("lives_in", "works_in")]
    refuse_unless(all(is_place(place) for place in places if place), "groups.place_unknown")
    candidate = _stood(kept, actor, said)
    candidate.fields.set(fields)
    record(group, actor=actor)
    return candidate


def _stood(group: WorkingGroup, actor: Actor, said: dict[str, Any]) -> Candidate:
    known = group.candidates.filter(person=actor.person_id).first()
    if known is None:
        return create(Candidate, group=group, person_id=actor.person_id, **said)
    if known.state == STANDING or not CANDIDATE.allows(known.state, "stand_again"):
        return change(known, **said)
    change(known, **said)
    return advance(known, CANDIDATE, "stand_again")


@action("groups.withdraw_candidacy", on="candidate")
def withdraw_candidacy(*, actor: Actor, candidate: Candidate) -> Candidate:
    """Take one's candidacy back; what was said with it is forgotten. DomainError `kernel.not_now`."""
    held(candidate.group)
    candidate.refresh_from_db(fields=["state", "version"])
    advance(candidate, CANDIDATE, "withdraw", **nothing_said())
    candidate.fields.clear()
    record(candidate, actor=actor)
    return candidate


def nothing_said() -> dict[str, Any]:
    """Give the fields of a candidacy in which nothing is said, for one that is over."""
    empty = Candidate()
    names = ("years", "works", "statement", "lives_in", "works_in", "conflict", "reason")
    return {name: getattr(empty, name) for name in names}
