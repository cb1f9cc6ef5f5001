"""Who takes part: typed in one by one, or brought in from a list."""

from collections.abc import Mapping, Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, create_many, erase, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.actions import add_people, add_person
from supportroom.people.models import Person, Profile
from supportroom.people.vocabulary import UNSAID
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.rounds.models import Group, Participant, Round
from supportroom.rounds.queries import roll_about


def _refuse_foreign(round: Round, group: Group | None) -> None:
    refuse_unless(group is None or group.round_id == round.pk, "rounds.foreign_group")


@action("rounds.add_participant", on="round")
def add_participant(
    *,
    actor: Actor,
    round: Round,
    person: Person | None = None,
    name: str = "",
    organisation: str = "",
    language: str = "ar",
    group: Group | None = None,
    gender: str = UNSAID,
    residence: str = "",
    is_new: bool = False,
) -> Participant:
    """Let somebody take part: a person, or a name and organisation.

    A name that the roll knows once is that person, unless `is_new` says that it is somebody else. DomainError
    `rounds.name_needed`, `rounds.ambiguous_name`, `rounds.already_in`, `rounds.foreign_group`, `rounds.round_over`.
    """
    refuse_if_over(round)
    _refuse_foreign(round, group)
    refuse_unless(person or name.strip(), "rounds.name_needed")
    if person is None:
        known = () if is_new else roll_about(round, [name]).matches(name, organisation)
        refuse_unless(len(known) < 2, "rounds.ambiguous_name")
        person = Person.objects.get(pk=known[0]) if known else None
    if person is None:
        person = add_person(actor=actor, name=name.strip(), organisation=organisation, language=language)
    refuse_unless(not round.participants.filter(person=person).exists(), "rounds.already_in")
    participant = create(
        Participant, round=round, person=person, group=group, gender=gender, residence=residence.strip()
    )
    record(participant, actor=actor, round=round.pk)
    return participant


@action("rounds.amend_participant", on="participant")
def amend_participant(*, actor: Actor, participant: Participant, seen: int | None = None, **fields: Any) -> Participant:
    """Change group, gender or residence; Stale where somebody was faster, DomainError `rounds.foreign_group`,
    `rounds.round_over`.
    """
    refuse_if_over(participant.round)
    _refuse_foreign(participant.round, fields.get("group"))
    change(participant, seen=seen, **fields)
    record(participant, actor=actor, fields=sorted(fields))
    return participant


@action("rounds.remove_participant", on="participant")
def remove_participant(*, actor: Actor, participant: Participant) -> None:
    """Take somebody out of the round; the person stays on the roll. DomainError `rounds.round_over`."""
    refuse_if_over(participant.round)
    record(participant, actor=actor, round=participant.round_id)
    erase(participant)


@action("rounds.import_participants", on="round")
def import_participants(*, actor: Actor, round: Round, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let many take part at once, all or none.

    A row holds `person_id` (somebody of the roll) or `name` and `organisation`, besides `group_id`, `gender`,
    `residence` and `language`. DomainError `rounds.nothing_to_import`, `rounds.already_in`, `rounds.foreign_group`,
    `rounds.round_over`.
    """
    refuse_if_over(round)
    refuse_unless(rows, "rounds.nothing_to_import")
    groups = {None, *round.groups.values_list("pk", flat=True)}
    refuse_unless(groups >= {row.get("group_id") for row in rows}, "rounds.foreign_group")
    new = [row for row in rows if not row.get("person_id")]
    made = iter(add_people([(row["name"], row.get("organisation", ""), row.get("language", "ar")) for row in new]))
    person_ids = [row.get("person_id") or next(made).pk for row in rows]
    clash = len(set(person_ids)) < len(rows) or round.participants.filter(person__in=person_ids).exists()
    refuse_unless(not clash, "rounds.already_in")
    create_many(Participant, [
        {
            "round": round,
            "person_id": person_id,
            "group_id": row.get("group_id"),
            "gender": row.get("gender", UNSAID),
            "residence": row.get("residence", ""),
        }
        for row, person_id in zip(rows, person_ids, strict=True)
    ])  # fmt: skip
    record(round, actor=actor, count=len(rows), new=len(new))


def enlist(round: Round, person: Person, group: Group | None = None) -> Participant:
    """Let somebody take part inside another app's action, in a group or in none; whoever takes part changes group.

    Gender and residence (a place code) come from the profile as it stands at this moment. Harmless when repeated.
    DomainError `rounds.foreign_group`, `rounds.round_over`.
    """
    refuse_if_over(round)
    _refuse_foreign(round, group)
    taking_part = round.participants.filter(person=person).first()
    if taking_part:
        return taking_part if taking_part.group_id == (group and group.pk) else change(taking_part, group=group)
    told = Profile.objects.filter(person=person).first() or Profile(person=person)
    return create(Participant, round=round, person=person, group=group, gender=told.gender, residence=told.region)


def delist(round: Round, person: Person) -> None:
    """Take somebody out inside another app's action; harmless where they take no part.

    DomainError `rounds.round_over`.
    """
    refuse_if_over(round)
    for taking_part in round.participants.filter(person=person):
        erase(taking_part)
