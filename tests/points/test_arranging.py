import pytest

from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError
from supportroom.people.models import Person
from supportroom.points.actions import (
    focus_point,
    merge_points,
    move_point,
    restore_point,
    split_point,
    withdraw_point,
)
from supportroom.points.models import Board, Point
from supportroom.rounds.actions import close_session
from supportroom.rounds.models import Session
from tests.factories.points import asked, imported, raised, settle
from tests.factories.rounds import make_round, make_session, open_a_session, pillar_of


def order(session: Session, pillar: int = 0) -> list[int]:
    return [point.number for point in Point.objects.standing().filter(pillar=pillar_of(session.round, pillar))]


def test_merged_points_stand_no_more_and_say_where_they_went(session: Session, recording: Actor) -> None:
    one, two, three = imported(session, 3)
    kept = merge_points(actor=recording, session=session, points=[two, three], into=one)
    assert (kept, kept.state) == (one, "raised")
    assert {p.number: (p.state, p.merged_into) for p in Point.objects.exclude(pk=one.pk)} == {
        2: ("merged", one),
        3: ("merged", one),
    }
    assert order(session) == [1]


def test_a_point_is_not_merged_into_itself_nor_without_a_choice_nor_into_a_settled_one(
    session: Session, recording: Actor
) -> None:
    one, two = imported(session, 2)
    for points, code in [([one], "merge_itself"), ([], "nothing_chosen")]:
        with pytest.raises(DomainError, match=code):
            merge_points(actor=recording, session=session, points=points, into=one)
    settle(session, {one.pk: True})
    with pytest.raises(DomainError, match="not_now"):
        merge_points(actor=recording, session=session, points=[two], into=one)


def test_the_parts_of_a_split_point_stand_in_its_place_and_keep_its_author(
    session: Session, member: Person, recording: Actor
) -> None:
    first, second, third = (raised(session, member, f"Point {n}") for n in (1, 2, 3))
    whole = split_point(actor=recording, session=session, point=second, parts=[("en", "One half"), ("en", "The other")])
    assert (whole.pk, whole.state) == (second.pk, "split")
    assert [str(point.content) for point in Point.objects.standing()] == ["Point 1", "One half", "The other", "Point 3"]
    assert {part.handle for part in whole.parts.all()} == {first.handle} == {third.handle}


def test_one_part_is_no_split(session: Session, recording: Actor) -> None:
    (point,) = imported(session, 1)
    with pytest.raises(DomainError, match="split_parts"):
        split_point(actor=recording, session=session, point=point, parts=[("en", "All of it")])


def test_a_point_moves_before_another_under_another_pillar_and_to_the_end(session: Session, recording: Actor) -> None:
    one, two, three = imported(session, 3)
    move_point(actor=recording, session=session, point=three, before=one)
    assert order(session) == [3, 1, 2]
    move_point(actor=recording, session=session, point=one, pillar=pillar_of(session.round, 1))
    assert (order(session), order(session, 1)) == ([3, 2], [1])
    move_point(actor=recording, session=session, point=two, before=one)
    assert (order(session), order(session, 1)) == ([3], [2, 1])
    move_point(actor=recording, session=session, point=two)
    assert order(session, 1) == [1, 2]


def test_a_point_does_not_move_to_a_pillar_of_another_round(session: Session, recording: Actor) -> None:
    elsewhere = pillar_of(make_round(pillars=["Elsewhere"], others=0))
    with pytest.raises(DomainError, match="pillar_not_in_round"):
        move_point(actor=recording, session=session, point=imported(session, 1)[0], pillar=elsewhere)


def test_its_author_withdraws_a_point_and_brings_it_back_and_no_other_participant_does(
    session: Session, member: Person, taking_part: Actor, another: Actor
) -> None:
    point = raised(session, member)
    with pytest.raises(Denied):
        withdraw_point(actor=another, session=session, point=point)
    assert withdraw_point(actor=taking_part, session=session, point=point).state == "withdrawn"
    assert restore_point(actor=taking_part, session=session, point=point).state == "raised"


def test_a_point_in_a_check_is_not_withdrawn(session: Session, recording: Actor) -> None:
    (point,) = imported(session, 1)
    asked(session, point)
    with pytest.raises(DomainError, match="not_now"):
        withdraw_point(actor=recording, session=session, point=point)


def test_a_point_comes_into_focus_and_out_of_it(session: Session, leading: Actor) -> None:
    (point,) = imported(session, 1)
    focus_point(actor=leading, session=session, point=point)
    assert Board.objects.get().focus == point
    focus_point(actor=leading, session=session, point=None)
    assert Board.objects.get().focus is None


def test_points_of_another_group_are_out_of_reach(session: Session, leading: Actor, facilitator: Person) -> None:
    other = open_a_session(facilitator, others=1)
    (foreign,) = imported(other, 1)
    for act in (focus_point, move_point, withdraw_point):
        with pytest.raises(DomainError, match="not_in_round"):
            act(actor=leading, session=session, point=foreign)


def test_in_a_later_session_the_parts_of_a_point_have_no_author(
    session: Session, member: Person, leading: Actor
) -> None:
    point = raised(session, member)
    close_session(actor=SYSTEM, session=session)
    later = open_a_session(session.facilitator, session=make_session(session.round))
    split_point(actor=leading, session=later, point=point, parts=[("en", "One"), ("en", "Two")])
    assert {part.handle for part in Point.objects.standing()} == {""}
