"""The list itself: who is on it, in which group; confirmed and opened again."""

from collections.abc import Mapping, Sequence
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, create_many, erase, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.actions import add_people
from supportroom.people.models import Person
from supportroom.rounds.models import Group, Round
from supportroom.selection.actions.holding import held_list
from supportroom.selection.balance import Standing, standing
from supportroom.selection.bonds import is_bound
from supportroom.selection.lifecycle import DRAFT_LIST
from supportroom.selection.models import DraftList, Listing, Quota
from supportroom.selection.vocabulary import CONFIRMED, HAND, SUBSTITUTE


def _refuse_foreign(round: Round, group: Group | None) -> None:
    refuse_unless(group is None or group.round_id == round.pk, "selection.foreign_group")


@action("selection.add_listing", on="draft_list")
def add_listing(
    *, actor: Actor, draft_list: DraftList, person: Person, group: Group | None = None, way: str = HAND
) -> Listing:
    """Put somebody on the list; a substitute on a confirmed one too, since one place is given for another.

    DomainError `selection.already_listed`, `selection.has_left` (only they can come back), `selection.foreign_group`,
    `selection.not_draft`, `selection.round_over`.
    """
    held = held_list(draft_list.round, is_draft=way != SUBSTITUTE)
    _refuse_foreign(held.round, group)
    known = Listing.objects.filter(draft_list=held, person=person).first()
    refuse_unless(known is None or not known.has_left, "selection.has_left")
    refuse_unless(known is None, "selection.already_listed")
    bound = held.state == CONFIRMED
    listing = create(Listing, draft_list=held, person=person, group=group, way=way, was_confirmed=bound)
    record(listing, actor=actor, round=held.round_id, way=way)
    return listing


@action("selection.add_listings", on="draft_list")
def add_listings(
    *,
    actor: Actor,
    draft_list: DraftList,
    persons: Sequence[Person],
    group: Group | None = None,
    way: str = HAND,
) -> DraftList:
    """Put many on the list at once; who is on it, or has withdrawn from it, stays as they are.

    DomainError `selection.nobody`, `selection.all_listed`, `selection.foreign_group`, `selection.not_draft`,
    `selection.round_over`.
    """
    refuse_unless(persons, "selection.nobody")
    held = held_list(draft_list.round)
    _refuse_foreign(held.round, group)
    wanted = list(dict.fromkeys(person.pk for person in persons))
    added = _list_many(held, [(key, group.pk if group else None) for key in wanted], way)
    record(held, actor=actor, round=held.round_id, way=way, added=added)
    return held


def _list_many(draft_list: DraftList, wanted: Sequence[tuple[int, int | None]], way: str) -> int:
    known = set(Listing.objects.filter(draft_list=draft_list).values_list("person_id", flat=True))
    rows = [
        {"draft_list": draft_list, "person_id": person_id, "group_id": group_id, "way": way}
        for person_id, group_id in wanted
        if person_id not in known
    ]
    refuse_unless(rows, "selection.all_listed")
    return len(create_many(Listing, rows))


@action("selection.import_listings", on="draft_list")
def import_listings(*, actor: Actor, draft_list: DraftList, rows: Sequence[Mapping[str, Any]]) -> DraftList:
    """Put the people of a file on the list, all or none; who is on it already stays as they are.

    A row holds `person_id` (somebody of the roll) or `name` and `organisation`, besides `group_id` and `language`.
    DomainError as `add_listings`.
    """
    refuse_unless(rows, "selection.nobody")
    held = held_list(draft_list.round)
    groups = {None, *held.round.groups.values_list("pk", flat=True)}
    refuse_unless(groups >= {row.get("group_id") for row in rows}, "selection.foreign_group")
    new = [row for row in rows if not row.get("person_id")]
    made = iter(add_people([(row["name"], row.get("organisation", ""), row.get("language", "ar")) for row in new]))
    wanted = {int(row.get("person_id") or next(made).pk): row.get("group_id") for row in rows}
    added = _list_many(held, list(wanted.items()), HAND)
    record(held, actor=actor, round=held.round_id, way=HAND, added=added, new=len(new))
    return held


@action("selection.group_listing", on="listing")
def group_listing(*, actor: Actor, listing: Listing, group: Group | None) -> Listing:
    """Give somebody on the list a group, or none.

    DomainError `selection.foreign_group`, `selection.not_draft`, `selection.round_over`.
    """
    _move(held_list(listing.draft_list.round), [listing], group)
    record(listing, actor=actor, round=listing.draft_list.round_id)
    return listing


@action("selection.group_listings", on="draft_list")
def group_listings(
    *, actor: Actor, draft_list: DraftList, listings: Sequence[Listing], group: Group | None
) -> DraftList:
    """Move many to a group, or out of all; who was taken off the list meanwhile is left out.

    DomainError `selection.nobody`, and as `group_listing`.
    """
    held = held_list(draft_list.round)
    moved = _move(held, listings, group)
    refuse_unless(moved, "selection.nobody")
    record(held, actor=actor, round=held.round_id, moved=moved)
    return held


def _move(held: DraftList, listings: Sequence[Listing], group: Group | None) -> int:
    _refuse_foreign(held.round, group)
    keys = [listing.pk for listing in listings]
    return Listing.objects.filter(draft_list=held, pk__in=keys).update(group=group)


@action("selection.remove_listing", on="listing")
def remove_listing(*, actor: Actor, listing: Listing) -> None:
    """Take somebody off the list.

    DomainError `selection.has_left` (it stays known that they withdrew), `selection.invited_already`,
    `selection.not_draft`, `selection.round_over`, `kernel.not_now` where another was faster.
    """
    held = held_list(listing.draft_list.round)
    stands = Listing.objects.filter(pk=listing.pk, draft_list=held).first()
    refuse_unless(stands, "kernel.not_now")
    refuse_unless(stands and not stands.has_left, "selection.has_left")
    refuse_unless(not (stands and is_bound(stands, held.round)), "selection.invited_already")
    record(listing, actor=actor, round=held.round_id)
    erase(listing)


@action("selection.remove_listings", on="draft_list")
def remove_listings(*, actor: Actor, draft_list: DraftList, listings: Sequence[Listing]) -> DraftList:
    """Take many off the list; who has withdrawn, or was taken off meanwhile, stays as they are.

    DomainError `selection.nobody`, `selection.invited_already`, `selection.not_draft`, `selection.round_over`.
    """
    held = held_list(draft_list.round)
    keys = [listing.pk for listing in listings]
    going = Listing.objects.filter(draft_list=held, pk__in=keys, has_left=False)
    refuse_unless(not any(is_bound(each, held.round) for each in going), "selection.invited_already")
    removed = erase_all(going)
    refuse_unless(removed, "selection.nobody")
    record(held, actor=actor, round=held.round_id, removed=removed)
    return held


@action("selection.set_places", on="draft_list")
def set_places(*, actor: Actor, draft_list: DraftList, places: int, seen: int | None = None) -> DraftList:
    """Say how many places the list has; Stale where somebody was faster, `selection.not_draft`."""
    is_new = draft_list._state.adding
    held = held_list(draft_list.round)
    change(held, seen=None if is_new else seen, places=places)
    record(held, actor=actor, round=held.round_id, places=places)
    return held


@action("selection.confirm_list", on="draft_list")
def confirm_list(*, actor: Actor, draft_list: DraftList) -> DraftList:
    """Confirm the list, as it stands now, for inviting.

    DomainError `selection.empty`, `selection.below_quota` where a quota is missed and no reason is written,
    `kernel.not_now`, `selection.round_over`.
    """
    held = held_list(draft_list.round, is_draft=False)
    advance(held, DRAFT_LIST, "confirm")
    staying = Listing.objects.filter(draft_list=held, has_left=False)
    refuse_unless(staying.exists(), "selection.empty")
    standings = standing(held.round)
    silent = [each for each in standings if each.needs_reason]
    refuse_unless(not silent, "selection.below_quota", quotas=_named(silent))
    below = [each.quota.pk for each in standings if not each.met]
    Quota.objects.filter(round=held.round).update(was_below=False)
    Quota.objects.filter(pk__in=below).update(was_below=True)
    staying.update(was_confirmed=True)
    record(held, actor=actor, round=held.round_id, people=staying.count(), below=len(below))
    return held


def _named(standings: Sequence[Standing]) -> str:
    return "; ".join(f"{each.label} {each.have}/{each.needed}" for each in standings)


@action("selection.reopen_list", on="draft_list")
def reopen_list(*, actor: Actor, draft_list: DraftList) -> DraftList:
    """Open a confirmed list again; DomainError `kernel.not_now`, `selection.round_over`."""
    held = held_list(draft_list.round, is_draft=False)
    advance(held, DRAFT_LIST, "reopen")
    record(held, actor=actor, round=held.round_id)
    return held
