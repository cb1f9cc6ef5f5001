"""A round, its groups and its pillars."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from supportroom.journal.door import action, record, record_unnamed
from supportroom.journal.writing import advance, change, create, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.room.actions import new_pillar
from supportroom.room.models import Pillar
from supportroom.room.queries import adopted_pillars, charter
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import CheckIn, Group, Round, RoundPillar, Session
from supportroom.rounds.parting import part_from
from supportroom.rounds.vocabulary import OPEN


def refuse_if_over(round: Round) -> None:
    """Raise DomainError `rounds.round_over` when the round is published, as the database has it now."""
    refuse_unless(Round.objects.filter(pk=round.pk).exclude(state="published").exists(), "rounds.round_over")


def _refuse_wrong(starts_on: date, ends_on: date, languages: Sequence[str], interpretation: Sequence[str]) -> None:
    refuse_unless(starts_on <= ends_on, "rounds.dates")
    refuse_unless(languages and {*languages, *interpretation} <= set(charter().languages), "rounds.languages")


@action("rounds.create_round", on="title")
def create_round(
    *,
    actor: Actor,
    title: MultilingualText,
    starts_on: date,
    ends_on: date,
    languages: list[str],
    pillars: Sequence[Pillar] | None = None,
    **details: Any,
) -> Round:
    """Prepare a round with these fields; its pillars are those given, or else the charter's own.

    DomainError `rounds.dates`, `rounds.languages` (none, or one that the room does not use).
    """
    _refuse_wrong(starts_on, ends_on, languages, details.get("interpretation", ()))
    made = create(Round, title=title, starts_on=starts_on, ends_on=ends_on, languages=languages, **details)
    for position, pillar in enumerate(adopted_pillars() if pillars is None else pillars, start=1):
        create(RoundPillar, round=made, pillar=pillar, position=position)
    record(made, actor=actor)
    return made


@action("rounds.amend_round", on="round")
def amend_round(*, actor: Actor, round: Round, seen: int | None = None, **fields: Any) -> Round:
    """Change fields of a round. Stale where somebody was faster; DomainError `rounds.round_over`, `rounds.dates`,
    `rounds.languages`.
    """
    refuse_if_over(round)
    _refuse_wrong(
        fields.get("starts_on", round.starts_on),
        fields.get("ends_on", round.ends_on),
        fields.get("languages", round.languages),
        fields.get("interpretation", round.interpretation),
    )
    change(round, seen=seen, **fields)
    record(round, actor=actor, fields=sorted(fields))
    return round


@action("rounds.start_round", on="round")
def start_round(*, actor: Actor, round: Round) -> Round:
    """Let the round run; DomainError `rounds.no_session` before one is planned."""
    refuse_unless(round.sessions.exists(), "rounds.no_session")
    advance(round, ROUND, "start")
    record(round, actor=actor)
    return round


@action("rounds.begin_reporting", on="round")
def begin_reporting(*, actor: Actor, round: Round) -> Round:
    """Go over to the report; DomainError `rounds.session_open` while a session is open."""
    refuse_unless(not round.sessions.filter(state=OPEN).exists(), "rounds.session_open")
    advance(round, ROUND, "begin_reporting")
    record(round, actor=actor)
    return round


@action("rounds.resume_round", on="round")
def resume_round(*, actor: Actor, round: Round) -> Round:
    """Go back from the report to the round."""
    advance(round, ROUND, "resume")
    record(round, actor=actor)
    return round


def publish_round_step(round: Round) -> Round:
    """Take the round's last step inside another app's action; DomainError `rounds.session_open`, `kernel.not_now`.

    The step comes first: it holds the round, so that no session is opened between the question and the step. Who came
    on which day is forgotten, and what floors above no longer need: the figures stand in the report by now.
    """
    published = advance(round, ROUND, "publish")
    refuse_unless(not round.sessions.filter(state=OPEN).exists(), "rounds.session_open")
    erase_all(CheckIn.objects.filter(participant__round=round))
    part_from(round)
    return published


@action("rounds.add_group", on="round")
def add_group(*, actor: Actor, round: Round, name: MultilingualText, hub: str = "") -> Group:
    """Add a parallel group; DomainError `rounds.round_over`."""
    refuse_if_over(round)
    group = create(Group, round=round, name=name, hub=hub, position=round.groups.count() + 1)
    record(group, actor=actor, round=round.pk)
    return group


@action("rounds.amend_group", on="group")
def amend_group(*, actor: Actor, group: Group, seen: int | None = None, **fields: Any) -> Group:
    """Change a group's name or hub; Stale where somebody was faster, DomainError `rounds.round_over`."""
    refuse_if_over(group.round)
    change(group, seen=seen, **fields)
    record(group, actor=actor, fields=sorted(fields))
    return group


@action("rounds.remove_group", on="group")
def remove_group(*, actor: Actor, group: Group) -> None:
    """Take an empty group out; DomainError `rounds.group_in_use`, `rounds.round_over`."""
    refuse_if_over(group.round)
    refuse_unless(not (group.sessions.exists() or group.participants.exists()), "rounds.group_in_use")
    record(group, actor=actor, round=group.round_id)
    erase(group)


@action("rounds.add_pillar", on="round")
def add_pillar(*, actor: Actor, round: Round, name: MultilingualText) -> Pillar:
    """Propose a new pillar on the spot and use it in this round; the charter adopts it later or not.

    DomainError `rounds.pillar_in_round` where the round has one of that name, `rounds.round_over`.
    """
    refuse_if_over(round)
    refuse_unless(not round.pillars.filter(search_text=name.search_text).exists(), "rounds.pillar_in_round")
    pillar = new_pillar(name)
    _attach(round, pillar)
    _record_pillar(round, pillar, actor)
    return pillar


@action("rounds.attach_pillar", on="round")
def attach_pillar(*, actor: Actor, round: Round, pillar: Pillar) -> RoundPillar:
    """Use a pillar that exists in this round too; DomainError `rounds.pillar_in_round`, `rounds.round_over`."""
    refuse_if_over(round)
    refuse_unless(not round.pillars.filter(pk=pillar.pk).exists(), "rounds.pillar_in_round")
    attached = _attach(round, pillar)
    _record_pillar(round, pillar, actor)
    return attached


def _attach(round: Round, pillar: Pillar) -> RoundPillar:
    return create(RoundPillar, round=round, pillar=pillar, position=round.round_pillars.count() + 1)


def _record_pillar(round: Round, pillar: Pillar, actor: Actor) -> None:
    """Journal it; without a name while a session under the Chatham House Rule is open in the round (S15)."""
    shielded = Session.objects.filter(round=round, state=OPEN, is_chatham=True).first()
    if shielded and shielded.opened_at:
        record_unnamed(pillar, at=shielded.opened_at, round=round.pk)
    else:
        record(pillar, actor=actor, round=round.pk)
