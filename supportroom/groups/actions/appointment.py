"""Appointing a group from its ranking, and filling a seat that was given up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from supportroom.groups.actions.holding import held
from supportroom.groups.actions.seats import settle_coordinator
from supportroom.groups.appointing import Proposal, live_in_one_place, standing_together
from supportroom.groups.lifecycle import CANDIDATE, GROUP
from supportroom.groups.models import Candidate, Seat, WorkingGroup
from supportroom.groups.proposing import aim_of, proposal_for
from supportroom.groups.queries import candidates_of, vacant_seats
from supportroom.groups.vocabulary import AT_WORK, STANDING
from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.queries import charter
from supportroom.rounds.deadlines import not_going_back

_NOTHING = MultilingualText()


@dataclass(frozen=True)
class Choice:
    """Who is appointed, with the reason that is published without a name.

    `departure`: why, where the ranking proposes somebody else; for the candidate and the team.
    """

    candidate: Candidate
    reason: MultilingualText
    departure: MultilingualText = _NOTHING


@action("groups.appoint", on="group")
def appoint(
    *,
    actor: Actor,
    group: WorkingGroup,
    choices: Sequence[Choice],
    passed_over: Mapping[int, MultilingualText] | None = None,
    spread_reason: MultilingualText = _NOTHING,
) -> WorkingGroup:
    """Appoint a group: the ranking as it stands now, or otherwise with a reason for each person (`passed_over` by
    candidate). `spread_reason`: why all live in one place, where they do.

    DomainError `groups.still_called`, `groups.too_few`, `groups.seats`, `groups.chosen_twice`,
    `groups.not_a_candidate`, `groups.why_missing`, `groups.change_needs_reason`, `groups.one_place`, `kernel.not_now`.
    """
    kept = held(group)
    refuse_unless(GROUP.allows(kept.state, "appoint"), "kernel.not_now")
    refuse_unless(not (actor.is_known and kept.takes_candidates(not_going_back(now()))), "groups.still_called")
    able = {candidate.pk: candidate for candidate in candidates_of(kept)}
    chosen = [choice.candidate.pk for choice in choices]
    _refuse_wrong_number(chosen, able)
    refuse_unless(all(choice.reason for choice in choices), "groups.why_missing")
    proposal = proposal_for(kept, len(chosen))
    departures = _departures(choices, passed_over or {}, proposal)
    balance = _balance(kept, proposal, chosen, len(departures), spread_reason)
    advance(kept, GROUP, "appoint", appointed_on=now().date(), candidates_until=None, balance=balance)
    for number, choice in enumerate(choices, start=1):
        seat_somebody(kept, able[choice.candidate.pk], number, choice.reason)
    for key, candidate in able.items():
        if key not in chosen and candidate.state == STANDING:
            advance(candidate, CANDIDATE, "pass_over")
        if key in departures:
            change(candidate, reason=departures[key])
    record(group, actor=actor, seats=len(chosen), departures=len(departures))
    group.refresh_from_db()
    return group


def _refuse_wrong_number(chosen: Sequence[int], able: Mapping[int, Candidate]) -> None:
    room = charter()
    least, most = room.seats_least, room.seats_most
    refuse_unless(len(able) >= least, "groups.too_few", count=len(able), least=least)
    refuse_unless(least <= len(chosen) <= most, "groups.seats", least=least, most=most)
    refuse_unless(len(set(chosen)) == len(chosen), "groups.chosen_twice")
    refuse_unless(set(chosen) <= able.keys(), "groups.not_a_candidate")


def _departures(
    choices: Sequence[Choice], passed_over: Mapping[int, MultilingualText], proposal: Proposal
) -> dict[int, MultilingualText]:
    """Give the reason for each person for whom the team departs from the ranking; each must have one."""
    chosen = {choice.candidate.pk: choice.departure for choice in choices}
    departures = {key: reason for key, reason in chosen.items() if key not in proposal.proposed}
    departures |= {key: passed_over.get(key, _NOTHING) for key in proposal.proposed if key not in chosen}
    refuse_unless(all(departures.values()), "groups.change_needs_reason")
    return departures


def _balance(
    group: WorkingGroup, proposal: Proposal, chosen: Sequence[int], departures: int, spread_reason: MultilingualText
) -> list[dict[str, Any]]:
    """Give what is published of how the appointment stood, as plain values without anybody's place or trait."""
    standers = {each.stander.key: each.stander for each in proposal.placed}
    seated = [standers[key] for key in chosen]
    refuse_unless(spread_reason or not live_in_one_place(seated), "groups.one_place")
    notes = [{"code": note.code, **note.about} for note in standing_together(seated, aim_of(group, len(chosen)))]
    for note in notes:
        if note["code"] == "one_place":
            note["reason"] = spread_reason.as_json()
    departed = {"code": "departures", "count": departures} if departures else {"code": "as_ranked"}
    return [{"code": "candidates", "count": len(proposal.placed)}, departed, *notes]


def seat_somebody(
    group: WorkingGroup, candidate: Candidate, number: int, reason: MultilingualText, replaces: Seat | None = None
) -> Seat:
    """Give a candidate a seat, inside an action."""
    seat = create(
        Seat,
        group=group,
        person=candidate.person,
        candidate=candidate,
        number=number,
        reason=reason,
        since=now().date(),
        replaces=replaces,
    )
    advance(candidate, CANDIDATE, "appoint")
    return seat


@action("groups.replace", on="group")
def replace(*, actor: Actor, group: WorkingGroup, seat: Seat, choice: Choice) -> Seat:
    """Fill a seat that was given up, from who was passed over or stands anew: the first of the ranking beside those who
    hold the other seats, or somebody else with a reason.

    DomainError `groups.not_vacant`, `groups.not_a_candidate`, `groups.still_called`, `groups.why_missing`,
    `groups.change_needs_reason`, `kernel.not_now`.
    """
    kept = held(group)
    refuse_unless(kept.state == AT_WORK, "kernel.not_now")
    vacant = vacant_seats(kept).filter(pk=seat.pk).first()
    refuse_unless(vacant is not None, "groups.not_vacant")
    refuse_unless(not (actor.is_known and kept.takes_candidates(not_going_back(now()))), "groups.still_called")
    candidate = candidates_of(kept).filter(pk=choice.candidate.pk).first()
    refuse_unless(candidate is not None, "groups.not_a_candidate")
    refuse_unless(choice.reason, "groups.why_missing")
    assert vacant is not None
    assert candidate is not None
    first = proposal_for(kept).placed[0].stander.key
    refuse_unless(candidate.pk == first or choice.departure, "groups.change_needs_reason")
    if candidate.pk != first:
        change(candidate, reason=choice.departure)
    new = seat_somebody(kept, candidate, vacant.number, choice.reason, vacant)
    if not vacant_seats(kept).exists() and kept.candidates_until is not None:
        change(kept, candidates_until=None)
    settle_coordinator(kept)
    record(group, actor=actor, seat=new.pk)
    group.refresh_from_db()
    return new
