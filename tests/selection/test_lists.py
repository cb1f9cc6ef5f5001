"""A list: put together, moved, confirmed, left; what is refused, and what two at once do to it."""

from collections.abc import Callable

import pytest
from django.utils.translation import override
from time_machine import Traveller

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError, Stale
from supportroom.people.models import Person
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from supportroom.rounds.models import Round
from supportroom.selection import actions
from supportroom.selection.models import DraftList, Listing, Quota
from supportroom.selection.queries import confirmed_listings, list_of, on_list, quotas_of, reasons_published
from tests.factories.personas import actor_of
from tests.factories.rounds import make_round, words
from tests.factories.selection import (
    listing_of,
    make_list,
    make_member,
    make_prepared_round,
    make_quotas,
    make_registration,
)


@pytest.fixture
def draft(room: Room) -> Round:
    return make_prepared_round()


def confirmed(round: Round) -> DraftList:
    return actions.confirm_list(actor=SYSTEM, draft_list=list_of(round))


def state_of(round: Round, state: str) -> None:
    Round.objects.filter(pk=round.pk).update(state=state)


def test_a_list_is_made_when_somebody_is_first_put_on_it_and_begins_with_the_charters_quotas(room: Room) -> None:
    amend_charter(actor=SYSTEM, room=room, seen=room.version, quotas=[{"kind": "women", "value": "", "percent": 30}])
    draft = make_prepared_round()
    assert list_of(draft)._state.adding
    assert [quota.percent for quota in quotas_of(draft)] == [30]
    assert not Quota.objects.exists()
    actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=make_member("Rima Invented"))
    assert DraftList.objects.get().round == draft
    assert [quota.percent for quota in quotas_of(draft)] == [30]


def test_a_person_stands_once_on_a_list(draft: Round, member: Person, stranger: Person) -> None:
    listed = actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=member, group=draft.groups.first())
    assert listed.group == draft.groups.first()
    with pytest.raises(DomainError, match=r"selection\.already_listed"):
        actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=member)
    with pytest.raises(DomainError, match=r"selection\.all_listed"):
        make_list(draft, [member, member])
    make_list(draft, [member, stranger, stranger])
    assert set(on_list(draft)) == {member, stranger}
    with pytest.raises(DomainError, match=r"selection\.nobody"):
        make_list(draft, [])


def test_a_group_of_another_round_is_refused(draft: Round, member: Person) -> None:
    foreign = make_prepared_round().groups.first()
    make_list(draft, [member])
    for act in (
        lambda: actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=member, group=foreign),
        lambda: actions.group_listing(actor=SYSTEM, listing=listing_of(draft, member), group=foreign),
        lambda: actions.group_listings(
            actor=SYSTEM, draft_list=list_of(draft), listings=[listing_of(draft, member)], group=foreign
        ),
    ):
        with pytest.raises(DomainError, match=r"selection\.foreign_group"):
            act()


def test_many_are_moved_to_a_group_at_once_and_who_was_taken_off_meanwhile_is_left_out(draft: Round) -> None:
    people = [make_member(f"Person {number} Invented") for number in range(3)]
    make_list(draft, people)
    seen = list(Listing.objects.all())
    actions.remove_listing(actor=SYSTEM, listing=listing_of(draft, people[0]))
    group = draft.groups.last()
    actions.group_listings(actor=SYSTEM, draft_list=list_of(draft), listings=seen, group=group)
    assert set(Listing.objects.values_list("person", "group")) == {(person.pk, group.pk) for person in people[1:]}  # type: ignore[union-attr]
    actions.group_listing(actor=SYSTEM, listing=listing_of(draft, people[1]), group=None)
    assert listing_of(draft, people[1]).group is None


def test_a_person_taken_off_by_two_at_once_is_taken_off_once(draft: Round, member: Person) -> None:
    make_list(draft, [member])
    first, second = listing_of(draft, member), listing_of(draft, member)
    actions.remove_listing(actor=SYSTEM, listing=first)
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.remove_listing(actor=SYSTEM, listing=second)


def test_who_withdraws_while_the_list_is_edited_stays_withdrawn_until_they_come_back(
    draft: Round, member: Person
) -> None:
    make_list(draft, [member])
    seen_by_the_team = listing_of(draft, member)
    actions.leave_list(actor=actor_of(member), round=draft)
    assert not on_list(draft).exists()
    with pytest.raises(DomainError, match=r"selection\.has_left"):
        actions.remove_listing(actor=SYSTEM, listing=seen_by_the_team)
    with pytest.raises(DomainError, match=r"selection\.has_left"):
        actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=member)
    with pytest.raises(DomainError, match=r"selection\.all_listed"):
        make_list(draft, [member])
    actions.come_back(actor=actor_of(member), round=draft)
    assert on_list(draft).get() == member


def test_who_is_not_on_the_list_can_say_beforehand_that_they_do_not_come(draft: Round, member: Person) -> None:
    me = actor_of(member)
    for _time in range(2):
        actions.leave_list(actor=me, round=draft)
    with pytest.raises(DomainError, match=r"selection\.all_listed"):
        make_list(draft, [member])
    actions.come_back(actor=me, round=draft)
    assert not Listing.objects.exists(), "coming back puts nobody on a list on which the team never put them"
    make_list(draft, [member])


def test_withdrawing_ends_ones_registration(draft: Round, member: Person, clock: Traveller) -> None:
    registration = make_registration(draft)
    actions.apply(actor=actor_of(member), registration=registration)
    actions.leave_list(actor=actor_of(member), round=draft)
    assert not registration.applications.exists()


def test_an_empty_list_is_not_confirmed(draft: Round, member: Person) -> None:
    with pytest.raises(DomainError, match=r"selection\.empty"):
        confirmed(draft)
    make_list(draft, [member])
    actions.leave_list(actor=actor_of(member), round=draft)
    with pytest.raises(DomainError, match=r"selection\.empty"):
        confirmed(draft)


def test_a_list_below_a_quota_is_confirmed_only_with_a_reason_which_is_then_published(draft: Round) -> None:
    make_list(draft, [make_member("Nadim Invented", gender="man"), make_member("Warda Invented", gender="woman")])
    women, first = make_quotas(draft, ("women", "", 60), ("first_timers", "", 50))
    with pytest.raises(DomainError, match=r"selection\.below_quota") as refused:
        confirmed(draft)
    assert "1/2" in refused.value.wording
    with pytest.raises(DomainError, match=r"selection\.reason_needed"):
        actions.give_reason(actor=SYSTEM, quota=women, reason=words(""))
    actions.give_reason(actor=SYSTEM, quota=women, reason=words("Visas were refused."))
    actions.give_reason(actor=SYSTEM, quota=first, reason=words("Written, and not needed."))
    assert reasons_published(draft) == []
    confirmed(draft)
    with override("en"):
        assert [(label, percent, str(reason)) for label, percent, reason in reasons_published(draft)] == [
            ("women", 60, "Visas were refused.")
        ]
    actions.reopen_list(actor=SYSTEM, draft_list=list_of(draft))
    assert len(reasons_published(draft)) == 1, "it stays published until the list is confirmed anew"
    Quota.objects.filter(pk=women.pk).update(percent=10)
    confirmed(draft)
    assert reasons_published(draft) == []


def test_a_confirmed_list_stands_until_it_is_opened_again(draft: Round, member: Person, stranger: Person) -> None:
    make_list(draft, [member])
    quota = make_quotas(draft, ("first_timers", "", 100))[0]
    confirmed(draft)
    assert [each.person for each in confirmed_listings(draft)] == [member]
    for act in changes_of(draft, stranger, listing_of(draft, member), quota):
        with pytest.raises(DomainError, match=r"selection\.not_draft"):
            act()
    actions.add_listing(actor=SYSTEM, draft_list=list_of(draft), person=stranger, way="substitute")
    assert listing_of(draft, stranger).was_confirmed, "whoever comes on a confirmed list may be invited at once"
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        confirmed(draft)
    actions.reopen_list(actor=SYSTEM, draft_list=list_of(draft))
    assert not confirmed_listings(draft).exists()
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        actions.reopen_list(actor=SYSTEM, draft_list=list_of(draft))


def changes_of(draft: Round, other: Person, listing: Listing, quota: Quota) -> list[Callable[[], object]]:
    """Everything that changes a list."""
    held = {"actor": SYSTEM, "draft_list": list_of(draft)}
    return [
        lambda: actions.add_listing(**held, person=other),
        lambda: actions.add_listings(**held, persons=[other]),
        lambda: actions.import_listings(**held, rows=[{"name": "Rima Invented"}]),
        lambda: actions.group_listing(actor=SYSTEM, listing=listing, group=None),
        lambda: actions.group_listings(**held, listings=[listing], group=None),
        lambda: actions.remove_listing(actor=SYSTEM, listing=listing),
        lambda: actions.set_places(**held, places=12),
        lambda: actions.set_quotas(actor=SYSTEM, round=draft, quotas=[]),
        lambda: actions.give_reason(actor=SYSTEM, quota=quota, reason=words("Because.")),
    ]


@pytest.mark.parametrize("state", ["running", "reporting", "published"])
def test_nothing_changes_the_list_of_a_round_that_has_begun(
    state: str, draft: Round, member: Person, stranger: Person, clock: Traveller
) -> None:
    make_list(draft, [member])
    quota = make_quotas(draft, ("women", "", 10))[0]
    registration = make_registration(draft)
    state_of(draft, state)
    me = actor_of(member)
    own: list[Callable[[], object]] = [
        lambda: actions.confirm_list(actor=SYSTEM, draft_list=list_of(draft)),
        lambda: actions.reopen_list(actor=SYSTEM, draft_list=list_of(draft)),
        lambda: actions.leave_list(actor=me, round=draft),
        lambda: actions.come_back(actor=me, round=draft),
        lambda: actions.apply(actor=me, registration=registration),
        lambda: actions.amend_registration(actor=SYSTEM, registration=registration, criteria=words("C")),
    ]
    for act in (*changes_of(draft, stranger, listing_of(draft, member), quota), *own):
        with pytest.raises(DomainError, match=r"selection\.round_over"):
            act()


def test_who_may_have_an_invitation_is_not_taken_off_and_does_not_leave_but_decline(
    draft: Round, member: Person, stranger: Person
) -> None:
    make_list(draft, [member])
    confirmed(draft)
    state_of(draft, "inviting")
    actions.reopen_list(actor=SYSTEM, draft_list=list_of(draft))
    make_list(draft, [stranger])
    with pytest.raises(DomainError, match=r"selection\.invited_already"):
        actions.remove_listing(actor=SYSTEM, listing=listing_of(draft, member))
    with pytest.raises(DomainError, match=r"selection\.invited_already"):
        actions.leave_list(actor=actor_of(member), round=draft)
    actions.remove_listing(actor=SYSTEM, listing=listing_of(draft, stranger))


def test_places_and_quotas_changed_by_two_at_once_show_it(draft: Round, member: Person) -> None:
    make_list(draft, [member])
    seen = list_of(draft).version
    actions.set_places(actor=SYSTEM, draft_list=list_of(draft), seen=seen, places=12)
    with pytest.raises(Stale):
        actions.set_places(actor=SYSTEM, draft_list=list_of(draft), seen=seen, places=60)
    with pytest.raises(Stale):
        actions.set_quotas(actor=SYSTEM, round=draft, seen=seen, quotas=[("women", "", 30)])
    assert list_of(draft).places == 12


@pytest.mark.parametrize(
    ("quotas", "code"),
    [
        ([("women", "", 0)], "room.quota_percent"),
        ([("women", "", 101)], "room.quota_percent"),
        ([("women", "", 30), ("women", "", 40)], "room.quota_twice"),
        ([("region", "SY-ZZ", 10)], "room.quota_value"),
        ([("region", "", 10)], "room.quota_value"),
        ([("age", "unsaid", 10)], "room.quota_value"),
        ([("women", "yes", 10)], "room.quota_value"),
        ([("competence", "77", 10)], "room.quota_value"),
        ([("kings", "", 10)], "room.quota_value"),
        ([("age", "under_25", 60), ("age", "25_34", 60)], "room.quotas_too_many"),
    ],
)
def test_quotas_that_cannot_be_are_refused(quotas: list[tuple[str, str, int]], code: str, draft: Round) -> None:
    make_quotas(draft, ("women", "", 25))
    with pytest.raises(DomainError, match=code.replace(".", r"\.")):
        make_quotas(draft, *quotas)
    assert [quota.percent for quota in quotas_of(draft)] == [25]


def test_a_reason_stays_with_its_quota_when_the_table_is_set_anew(draft: Round) -> None:
    women = make_quotas(draft, ("women", "", 50), ("displaced", "", 20))[0]
    actions.give_reason(actor=SYSTEM, quota=women, reason=words("Because."))
    kept = make_quotas(draft, ("region", "SY-ID", 20), ("women", "", 40))
    assert [(quota.kind, quota.percent, str(quota.reason)) for quota in kept] == [
        ("region", 20, ""),
        ("women", 40, "Because."),
    ]


def test_a_file_puts_known_and_new_people_on_the_list(draft: Round, member: Person) -> None:
    group = draft.groups.first()
    rows = [{"person_id": member.pk, "group_id": group and group.pk}, {"name": "Rima New-Invented"}]
    actions.import_listings(actor=SYSTEM, draft_list=list_of(draft), rows=rows)
    assert {person.name for person in on_list(draft)} == {member.name, "Rima New-Invented"}
    assert listing_of(draft, member).group == group
    with pytest.raises(DomainError, match=r"selection\.foreign_group"):
        actions.import_listings(actor=SYSTEM, draft_list=list_of(draft), rows=[{"name": "X", "group_id": 5}])
    with pytest.raises(DomainError, match=r"selection\.nobody"):
        actions.import_listings(actor=SYSTEM, draft_list=list_of(draft), rows=[])


def test_nobody_but_the_team_touches_a_list(draft: Round, member: Person, office: Person, stranger: Person) -> None:
    make_list(draft, [member])
    quota = make_quotas(draft, ("women", "", 10))[0]
    for who in (member, office):
        with pytest.raises(Denied):
            actions.add_listing(actor=actor_of(who), draft_list=list_of(draft), person=stranger)
        with pytest.raises(Denied):
            actions.give_reason(actor=actor_of(who), quota=quota, reason=words("R"))
    with pytest.raises(Denied):
        actions.leave_list(actor=actor_of(office), round=draft)


def test_the_journal_names_nobody_in_its_facts(draft: Round, member: Person) -> None:
    make_list(draft, [member])
    confirmed(draft)
    facts = Entry.objects.filter(action__startswith="selection.").values_list("facts", flat=True)
    assert not [each for each in facts if str(member.pk) in str(each) or member.name in str(each)]


def test_a_list_of_a_running_round_is_another_matter_than_its_participants(room: Room) -> None:
    made = make_round(others=2, running=True)
    assert not on_list(made).exists()
