"""What happens when many do something at the same time (R01, R07, R09), on real commits of both databases."""

from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import DomainError, Stale
from supportroom.kernel.once import fresh_key, keyed
from supportroom.people.actions import add_person
from supportroom.people.models import Person
from supportroom.points.actions import (
    close_check,
    confirm_outcome,
    open_check,
    raise_point,
    reword_point,
    take_position,
)
from supportroom.points.models import Board, Check, CheckItem, Point, PointVersion, Position
from supportroom.rounds.actions import add_participant, check_in, close_session
from supportroom.rounds.models import CheckIn, Session
from tests.factories.personas import actor_of
from tests.factories.points import asked, closed, leader, only_item, raised
from tests.factories.rounds import FIRST_DAY, open_a_session, pillar_of
from tests.faults.at_once import at_once, raised_by


@pytest.fixture
def session(real_database: Path, facilitator: Person, rapporteur: Person, member: Person) -> Session:
    with transaction.atomic():
        return open_a_session(facilitator, rapporteur, people=[member], others=1)


def crowd(session: Session, number: int) -> list[Actor]:
    """Let this many more people take part; give their actors."""
    with transaction.atomic():
        people = [add_person(actor=SYSTEM, name=f"Guest {n} Invented", roles=("member",)) for n in range(number)]
        for person in people:
            add_participant(actor=SYSTEM, round=session.round, person=person, group=session.group)
    return [Actor(ref=person.ref, person_id=person.pk, roles=frozenset(person.roles)) for person in people]


def sent(key: str, act: partial) -> object:
    """Send a form that carries this key."""
    with keyed(key):
        return act()


def test_r07_two_rapporteurs_who_reword_a_point_at_once_both_keep_their_words(session: Session) -> None:
    for turn in range(8):
        point = raised(session, text=f"Point {turn}")
        texts = [f"First of {turn}", f"Second of {turn}"]
        leaders = [actor_of(session.facilitator), actor_of(session.rapporteur)]
        answers = at_once(
            *(
                partial(reword_point, actor=who, point=point, session=session, language="en", text=text, seen=1)
                for who, text in zip(leaders, texts, strict=True)
            )
        )
        (conflict,) = raised_by(answers)
        assert isinstance(conflict, Stale)
        stored = str(Point.objects.get(pk=point.pk).content)
        assert conflict.theirs == stored
        assert {conflict.mine, conflict.theirs} == set(texts)
        assert PointVersion.objects.filter(point=point).count() == 1


def test_three_hundred_answers_at_once_are_there_once_each(session: Session) -> None:
    people = crowd(session, 300)
    item = only_item(asked(session))
    first = [partial(take_position, actor=who, item=item, choice="support") for who in people]
    again = [partial(take_position, actor=who, item=item, choice="live_with") for who in people[::10]]
    assert raised_by(at_once(*again, *first)) == []
    assert Position.objects.count() == Position.objects.values("item", "handle").distinct().count() == 300


def test_answers_that_race_the_close_are_counted_or_refused_and_never_lost(session: Session) -> None:
    people = crowd(session, 40)
    check = asked(session)
    item = only_item(check)
    acts = [partial(take_position, actor=who, item=item, choice="support") for who in people]
    answers = at_once(*acts[:20], partial(close_check, actor=leader(session), check=check), *acts[20:])
    refused = raised_by(answers)
    assert {str(error) for error in refused} <= {"points.check_closed"}
    assert CheckItem.objects.get().tally["support"] == len(people) - len(refused)
    assert not Position.objects.exists()


def test_r09_a_check_closed_by_two_at_once_is_counted_once(session: Session) -> None:
    check = asked(session)
    answers = at_once(*[partial(close_check, actor=leader(session), check=check) for _ in range(4)])
    assert {str(error) for error in raised_by(answers)} == {"kernel.not_now"}
    assert len(raised_by(answers)) == 3


def test_two_checks_opened_at_once_are_one(session: Session) -> None:
    points = [raised(session) for _ in range(4)]
    answers = at_once(*[partial(open_check, actor=leader(session), session=session, points=[p]) for p in points])
    assert [str(error) for error in raised_by(answers)] == ["points.check_open"] * 3
    assert Check.objects.count() == CheckItem.objects.count() == 1


def test_four_who_check_the_same_person_in_at_once_make_one_check_in(session: Session) -> None:
    row = session.round.participants.select_related("round").first()
    act = partial(check_in, actor=SYSTEM, participant=row, day=FIRST_DAY)
    assert raised_by(at_once(act, act, act, act)) == []
    assert CheckIn.objects.count() == 1


def test_r01_the_same_form_twice_and_in_parallel_raises_one_point(session: Session) -> None:
    actor, pillar = actor_of(session.rapporteur), pillar_of(session.round)
    act = partial(raise_point, actor=actor, session=session, pillar=pillar, language="en", text="Said once")
    key = fresh_key()
    answers = at_once(*[partial(sent, key, act) for _ in range(8)])
    assert raised_by(answers) == []
    assert {point.pk for point in answers} == {Point.objects.get().pk}
    assert sent(key, act) == Point.objects.get()
    assert sent(fresh_key(), act) != answers[0]


def test_r01_an_accepted_answer_sent_again_after_the_close_is_still_accepted_and_counts_once(
    session: Session, member: Person
) -> None:
    item = only_item(asked(session))
    act = partial(take_position, actor=actor_of(member), item=item, choice="support")
    key = fresh_key()
    sent(key, act)
    closed(item.check_asked)
    assert sent(key, act) == item
    with pytest.raises(DomainError, match="check_closed"):
        sent(fresh_key(), act)
    assert CheckItem.objects.get().tally["support"] == 1


def test_points_raised_at_once_get_numbers_of_their_own_and_every_one_turns_the_board(session: Session) -> None:
    people = crowd(session, 24)
    pillar = pillar_of(session.round)
    answers = at_once(
        *(
            partial(raise_point, actor=who, session=session, pillar=pillar, language="en", text=f"Point {number}")
            for number, who in enumerate(people)
        )
    )
    assert raised_by(answers) == []
    assert sorted(Point.objects.values_list("number", flat=True)) == list(range(1, 25))
    assert Board.objects.get().revision == 24


def test_what_races_the_close_of_a_session_leaves_no_handle_behind(session: Session) -> None:
    people = crowd(session, 24)
    pillar = pillar_of(session.round)
    acts = [
        partial(raise_point, actor=who, session=session, pillar=pillar, language="en", text="In haste")
        for who in people
    ]
    answers = at_once(*acts[:12], partial(close_session, actor=leader(session), session=session), *acts[12:])
    refused = raised_by(answers)
    assert {str(error) for error in refused} <= {"rounds.session_not_open"}
    assert Point.objects.count() == len(people) - len(refused)
    assert not Point.objects.exclude(handle="").exists()


def test_a_session_closed_by_two_at_once_is_closed_once(session: Session) -> None:
    answers = at_once(*[partial(close_session, actor=leader(session), session=session) for _ in range(2)])
    (error,) = raised_by(answers)
    assert isinstance(error, DomainError)
    assert str(error) == "kernel.not_now"


def test_a_session_does_not_close_over_a_check_that_is_open_or_unconfirmed(session: Session) -> None:
    check = asked(session)
    with pytest.raises(DomainError, match="check_open"):
        close_session(actor=leader(session), session=session)
    closed(check)
    session.refresh_from_db()
    with pytest.raises(DomainError, match="unconfirmed"):
        close_session(actor=leader(session), session=session)
    confirm_outcome(actor=leader(session), item=only_item(check), outcome="remaining", word="Nobody came.")
    session.refresh_from_db()
    close_session(actor=leader(session), session=session)
