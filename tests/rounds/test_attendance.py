"""Who came: checked in by the round's clock, seen by those in the round, told in figures, then forgotten."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from time_machine import Traveller

from supportroom.journal import door
from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM
from supportroom.kernel.errors import Denied, DomainError
from supportroom.kernel.ids import spell
from supportroom.kernel.permissions import may
from supportroom.people.models import Person, Profile
from supportroom.rounds.actions import (
    add_participant,
    amend_session,
    check_in,
    delist,
    enlist,
    remove_participant,
    undo_check_in,
)
from supportroom.rounds.attendance import checkable_among, checked_in_for, who_came
from supportroom.rounds.models import CheckIn, Participant, Round
from tests.factories.personas import actor_of, make_person
from tests.factories.rounds import FIRST_DAY, MORNING, make_round, make_session, open_a_session

SignIn = Callable[[Person], Client]


@pytest.fixture
def today(room: None, clock: Traveller, member: Person) -> Round:
    """A running round on its first morning; the member takes part."""
    clock.move_to(MORNING)
    return make_round(people=[member], groups=2, others=3)


def row_of(round: Round, person: Person) -> Participant:
    return Participant.objects.select_related("round").get(round=round, person=person)


def address(round: Round, query: str = "") -> str:
    return f"/en/rounds/{spell(round.pk)}/attendance/{query}"


def test_a_participant_checks_in_once_however_often_they_tap(today: Round, member: Person) -> None:
    for _tap in range(2):
        check_in(actor=actor_of(member), participant=row_of(today, member))
    assert CheckIn.objects.get().day == FIRST_DAY
    for _tap in range(2):
        undo_check_in(actor=actor_of(member), participant=row_of(today, member))
    assert not CheckIn.objects.exists()


def test_s16_the_journal_tells_neither_who_came_nor_when(today: Round, member: Person) -> None:
    check_in(actor=actor_of(member), participant=row_of(today, member))
    entry = Entry.objects.get(action="rounds.check_in")
    assert (entry.actor, entry.thing, entry.facts) == ("unnamed", f"rounds.round:{today.pk}", {})
    assert entry.at == datetime(2026, 6, 1, 21, tzinfo=UTC)  # midnight in Damascus


def test_s16_nobody_checks_others_in_but_the_team_and_who_leads_their_open_session(
    today: Round, member: Person, facilitator: Person, team: Person
) -> None:
    other = today.participants.exclude(person=member).first()
    assert other
    with pytest.raises(Denied):
        check_in(actor=actor_of(member), participant=other)
    with pytest.raises(Denied):
        check_in(actor=actor_of(facilitator), participant=other)
    session = make_session(today)
    enlist_into(today, facilitator)
    open_a_session(facilitator, session=session)
    check_in(actor=actor_of(facilitator), participant=other)
    check_in(actor=actor_of(team), participant=row_of(today, member))
    assert CheckIn.objects.count() == 2


def enlist_into(round: Round, person: Person) -> None:
    add_participant(actor=SYSTEM, round=round, person=person, group=round.groups.first())


def test_who_leads_one_group_checks_nobody_of_another_in(today: Round, member: Person, facilitator: Person) -> None:
    first, second = today.groups.all()
    enlist_into(today, facilitator)
    session = make_session(today)
    open_a_session(facilitator, session=session)
    elsewhere = make_person("Somebody Elsewhere")
    add_participant(actor=SYSTEM, round=today, person=elsewhere, group=second)
    listed = list(today.participants.select_related("round"))
    allowed = {each.pk for each in listed if may(actor_of(facilitator), "rounds.check_in", each)}
    assert checkable_among(actor_of(facilitator), today, listed) == allowed
    assert allowed == set(today.participants.filter(group=first).values_list("pk", flat=True))


def test_days_are_those_of_the_rounds_clock(clock: Traveller, room: None, member: Person, team: Person) -> None:
    made = make_round(people=[member], time_zone="Asia/Damascus")
    clock.move_to(datetime(2026, 6, 1, 20, 59, tzinfo=UTC))
    with pytest.raises(Denied):
        check_in(actor=actor_of(member), participant=row_of(made, member))
    with pytest.raises(DomainError, match=r"rounds\.not_its_day"):
        check_in(actor=actor_of(team), participant=row_of(made, member))
    clock.move_to(datetime(2026, 6, 1, 21, 0, tzinfo=UTC))
    check_in(actor=actor_of(member), participant=row_of(made, member))
    clock.move_to(MORNING + timedelta(days=1))
    with pytest.raises(DomainError, match=r"rounds\.today_only"):
        undo_check_in(actor=actor_of(member), participant=row_of(made, member), day=FIRST_DAY)
    undo_check_in(actor=actor_of(team), participant=row_of(made, member), day=FIRST_DAY)
    with pytest.raises(DomainError, match=r"rounds\.not_its_day"):
        check_in(actor=actor_of(team), participant=row_of(made, member), day=date(2026, 6, 4))


def test_figures_count_who_came_and_everybody_where_nobody_was_checked_in(today: Round, member: Person) -> None:
    assert who_came(today).count() == 4
    check_in(actor=SYSTEM, participant=row_of(today, member))
    assert [each.person for each in who_came(today)] == [member]


def test_opening_a_session_offers_who_is_checked_in_today(today: Round, member: Person, team: Person,
                                                          sign_in: SignIn) -> None:  # fmt: skip
    session = today.sessions.get()
    page = sign_in(team).get(f"/en/sessions/{spell(session.pk)}/open/").content.decode()
    assert 'name="present" value="4"' in page
    check_in(actor=SYSTEM, participant=row_of(today, member))
    assert checked_in_for(session) == 1
    page = sign_in(team).get(f"/en/sessions/{spell(session.pk)}/open/").content.decode()
    assert 'name="present" value="1"' in page
    amend_session(actor=SYSTEM, session=session, group=today.groups.last())
    session.refresh_from_db()
    assert checked_in_for(session) == 0


def test_one_tap_checks_in_and_another_takes_it_back(today: Round, member: Person, sign_in: SignIn) -> None:
    browser, row = sign_in(member), row_of(today, member)
    assert f'name="come" value="{row.pk}"' in browser.get(address(today)).content.decode()
    answer = browser.post(address(today), {"come": row.pk, "day": "2026-06-02", "once": "a"})
    assert answer.status_code == 302
    assert answer["Location"] == address(today, f"?day=2026-06-02#p{row.pk}")
    page = browser.get(address(today)).content.decode()
    assert f'name="undo" value="{row.pk}"' in page
    browser.post(address(today), {"undo": row.pk, "once": "b"})
    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("asked", [{"come": "1"}, {"come": "x"}, {"come": "9" * 40}, {}, {"other": "1"}])
def test_a_button_that_is_not_there_is_not_found(
    today: Round, member: Person, sign_in: SignIn, asked: dict[str, str]
) -> None:
    assert sign_in(member).post(address(today), asked).status_code == 404


def test_s16_a_participant_sees_of_others_that_they_come_and_not_whether_they_came(
    today: Round, member: Person, team: Person, stranger: Person, sign_in: SignIn
) -> None:
    other = today.participants.exclude(person=member).first()
    assert other
    check_in(actor=SYSTEM, participant=other)
    shown = '<span class="state state--open">checked in</span>'
    assert shown in sign_in(team).get(address(today)).content.decode()
    seen = sign_in(member).get(address(today)).content.decode()
    assert other.person.name in seen
    assert shown not in seen
    assert sign_in(stranger).get(address(today)).status_code in {403, 404}
    assert Client().get(address(today)).status_code == 302


def test_before_the_first_day_the_page_says_when_it_begins(room: None, team: Person, clock: Traveller,
                                                           sign_in: SignIn) -> None:  # fmt: skip
    clock.move_to(MORNING - timedelta(days=3))
    made = make_round()
    page = sign_in(team).get(address(made)).content.decode()
    assert "People are checked in from" in page
    assert 'name="come"' not in page


def test_the_list_takes_the_same_number_of_queries_whatever_its_length(
    today: Round, member: Person, sign_in: SignIn
) -> None:
    browser = sign_in(member)
    counts = []
    for _more in range(2):
        browser.get(address(today))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address(today))
        counts.append(len(asked))
        for number in range(5):
            enlist_into(today, make_person(f"More {_more} {number}"))
    assert counts[0] == counts[1]


def test_enlisting_takes_gender_and_region_from_the_profile_and_group_from_the_caller(
    today: Round,
) -> None:
    newcomer = make_person("Nour Newcomer-Invented")
    Profile.objects.create(person=newcomer, gender="woman", region="LB-BA")
    first, second = today.groups.all()
    with door._opened("tests.enlist"):
        enlist(today, newcomer, first)
        enlist(today, newcomer, second)
    row = row_of(today, newcomer)
    assert (row.gender, row.residence, row.group) == ("woman", "LB-BA", second)
    with door._opened("tests.delist"):
        delist(today, newcomer)
        delist(today, newcomer)
    assert not today.participants.filter(person=newcomer).exists()


def test_who_was_taken_out_meanwhile_is_not_checked_in(today: Round, member: Person) -> None:
    row = row_of(today, member)
    remove_participant(actor=SYSTEM, participant=row_of(today, member))
    with pytest.raises(DomainError, match=r"kernel\.not_now"):
        check_in(actor=SYSTEM, participant=row)
