from itertools import pairwise

import pytest
from pytest_django import DjangoAssertNumQueries

from supportroom.kernel.actors import SYSTEM, VISITOR, Actor
from supportroom.kernel.errors import Missing
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.points.actions import close_check, confirm_outcome, focus_point, take_position
from supportroom.points.counting import shown_count
from supportroom.points.models import Point
from supportroom.points.queries import (
    agreed_by_pillar,
    board_for,
    check_visible_to,
    counts_of_round,
    item_visible_to,
    open_check_of,
    point_visible_to,
    points_visible_to,
    remaining_with_reasons,
    session_visible_to,
    settled_by_session,
)
from supportroom.rounds.actions import attach_pillar
from supportroom.rounds.models import Round, Session
from tests.factories.personas import actor_of
from tests.factories.points import actors_of, answered, asked, closed, imported, leader, only_item, raised, settle
from tests.factories.rounds import close_a_session, make_session, open_a_session, pillar_of


def test_the_board_shows_the_rounds_pillars_with_their_points_empty_ones_too(
    session: Session, taking_part: Actor, member: Person
) -> None:
    own, other = raised(session, member, "Mine"), raised(session)
    board = board_for(session, taking_part)
    assert [len(pillar.points) for pillar in board.pillars] == [2, 0]
    assert [(point.id, point.is_mine) for point in board.points] == [(own.pk, True), (other.pk, False)]
    assert (board.points[0].seen, board.focus, board.open_check_id) == (1, None, None)


@pytest.mark.parametrize("number", [1, 3, 40])
def test_a_board_takes_three_queries_whatever_is_on_it(
    session: Session, taking_part: Actor, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    check = asked(session, *imported(session, number))
    take_position(actor=taking_part, item=check.items.first(), choice="support")
    with django_assert_num_queries(3):
        board_for(session_visible_to(taking_part, session.pk), taking_part)
    closed(check)
    with django_assert_num_queries(4):
        board_for(session_visible_to(taking_part, session.pk), taking_part)


def test_before_the_close_the_board_tells_nobody_anything_of_the_tally(
    session: Session, leading: Actor, recording: Actor, team: Person
) -> None:
    check = answered(asked(session), ["support", "live_with", "stand_aside", "cannot_accept", "support", "support"])
    for actor in (leading, recording, actor_of(team)):
        (item,) = board_for(session, actor).open_items
        own = item.my_choice
        assert (item.tally, item.proposal, item.reasons, item.why) == ({}, "", [], [])
        assert item.answered == 5
        assert "helps nobody" not in repr(item) or own == "cannot_accept"
    closed(check)
    (item,) = board_for(session, leading).waiting
    assert item.tally["support"] == 3
    assert item.reasons == [("cannot_accept", "It helps nobody.", "en")]


def test_the_reader_sees_their_own_answer_while_it_can_be_changed_and_nobody_elses(
    session: Session, taking_part: Actor, another: Actor
) -> None:
    check = asked(session)
    take_position(actor=taking_part, item=only_item(check), choice="live_with", reason="If it lasts.", language="en")
    (mine,), (theirs,) = board_for(session, taking_part).open_items, board_for(session, another).open_items
    assert (mine.my_choice, mine.my_reason) == ("live_with", "If it lasts.")
    assert (theirs.my_choice, theirs.my_reason) == ("", "")
    closed(check)
    assert board_for(session, taking_part).waiting[0].my_choice == ""


def test_s20_how_many_have_answered_is_told_in_steps_that_give_nobody_away() -> None:
    assert [shown_count(n, 28) for n in (0, 1, 4, 5, 9, 10, 27, 28)] == [0, 0, 0, 5, 5, 10, 25, 28]
    assert [shown_count(n, 3) for n in (0, 1, 2, 3)] == [0, 0, 0, 3]
    assert shown_count(4, 0) == 0


def test_s20_the_board_turns_only_when_the_number_that_is_shown_changes(session: Session) -> None:
    item = only_item(asked(session))
    people = actors_of(session)
    revisions = []
    for actor in people:
        take_position(actor=actor, item=item, choice="support")
        revisions.append(board_for(session_visible_to(actor, session.pk), actor).revision)
    steps = [after - before for before, after in pairwise(revisions)]
    assert steps == [0, 0, 0, 1, 0, 1]  # at the fifth, and when all seven have answered


def the_june_round(facilitator: Person, rapporteur: Person) -> tuple[Session, Session]:
    first = open_a_session(facilitator, rapporteur, others=1)
    points = imported(first, 33)
    settle(first, {point.pk: place < 25 for place, point in enumerate(points)})
    close_a_session(first)
    planned = make_session(first.round, starts_at=first.starts_at.replace(day=3), title=multilingual("en", en="Second"))
    return first, open_a_session(facilitator, rapporteur, session=planned)


def test_what_remains_comes_to_the_next_sessions_list_by_itself(facilitator: Person, rapporteur: Person) -> None:
    first, second = the_june_round(facilitator, rapporteur)
    board = board_for(second, leader(second))
    counts = board.counts
    assert (counts.raised, counts.agreed, counts.remaining) == (33, 25, 8)
    assert (board.here.raised, board.here.remaining) == (8, 8)
    assert all(point.is_carried for point in board.points)
    left = [point for point in board.points if point.state == "remaining"]
    settle(second, {point.id: place < 6 for place, point in enumerate(left)})
    board = board_for(second, leader(second))
    assert (board.counts.agreed, board.counts.remaining, board.here.agreed) == (31, 2, 6)
    before = board_for(first, leader(second))
    assert (before.here.raised, before.counts.agreed) == (33, 31)


def test_the_report_reads_what_was_agreed_by_pillar_what_remains_and_why_and_where(
    facilitator: Person, rapporteur: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    first, second = the_june_round(facilitator, rapporteur)
    left = Point.objects.filter(state="remaining")
    settle(second, {point.pk: place < 6 for place, point in enumerate(left)})
    round_ = first.round
    assert [(count.raised, count.agreed) for count in settled_by_session(round_)] == [(33, 25), (0, 6)]
    assert counts_of_round(round_).agreed == 31
    (pillar,) = agreed_by_pillar(round_)
    assert (pillar.pillar, len(pillar.points)) == (pillar_of(round_), 31)
    with django_assert_max_num_queries(3):
        remaining = remaining_with_reasons(round_)
    assert [len(point.outcomes) for point in remaining] == [2, 2]
    last = remaining[0].outcomes[-1]
    assert (last.session, last.item.word) == (second, "The room is divided.")
    assert {text for _choice, text, _language in last.reasons} == {"Not like this."}
    assert last.item.tally["cannot_accept"] == len(last.reasons)


def test_points_of_a_later_session_do_not_stand_on_an_earlier_list(facilitator: Person, rapporteur: Person) -> None:
    first, second = the_june_round(facilitator, rapporteur)
    raised(second, text="Only now")
    assert len(board_for(first, leader(first)).points) == 33
    assert len(board_for(second, leader(second)).points) == 34


def test_a_board_is_seen_by_those_of_its_round_and_its_points_too(
    session: Session, taking_part: Actor, stranger: Person, team: Person, office: Person
) -> None:
    point = raised(session)
    for actor in (taking_part, actor_of(team), actor_of(office)):
        assert session_visible_to(actor, session.pk) == session
        assert point_visible_to(actor, point.pk) == point
    check = asked(session, point)
    for actor in (actor_of(stranger), VISITOR):
        for hidden in (
            lambda actor=actor: session_visible_to(actor, session.pk),
            lambda actor=actor: point_visible_to(actor, point.pk),
            lambda actor=actor: check_visible_to(actor, check.pk),
            lambda actor=actor: item_visible_to(actor, check.items.get().pk),
        ):
            with pytest.raises(Missing):
                hidden()
    assert check_visible_to(taking_part, check.pk) == open_check_of(session) == check


def test_interpreters_see_the_points_that_they_translate_and_not_the_board(
    session: Session, interpreter: Person
) -> None:
    point = raised(session)
    assert point_visible_to(actor_of(interpreter), point.pk) == point
    with pytest.raises(Missing):
        session_visible_to(actor_of(interpreter), session.pk)


def test_of_a_published_round_everybody_sees_what_was_settled_and_nothing_else(
    session: Session, visitor: Actor, leading: Actor
) -> None:
    one, _two = imported(session, 2)
    settle(session, {one.pk: True})
    close_a_session(session)
    Round.objects.filter(pk=session.round_id).update(state="published")
    assert [point.pk for point in points_visible_to(visitor)] == [one.pk]


def test_the_focus_is_on_the_board(session: Session, leading: Actor) -> None:
    (point,) = imported(session, 1)
    focus_point(actor=leading, session=session, point=point)
    board = board_for(session_visible_to(leading, session.pk), leading)
    assert board.focus is not None
    assert board.focus.id == point.pk
    assert board.revision == 2


def test_boards_of_other_rounds_that_share_a_pillar_stay_apart(
    session: Session, taking_part: Actor, facilitator: Person
) -> None:
    other = open_a_session(facilitator, others=1)
    attach_pillar(actor=SYSTEM, round=other.round, pillar=pillar_of(session.round))
    raised(other, pillar=pillar_of(session.round), text="Elsewhere")
    raised(session, text="Here")
    assert [str(point.content) for point in board_for(session, taking_part).points] == ["Here"]


def test_confirming_takes_an_item_off_what_waits(session: Session, leading: Actor) -> None:
    check = answered(asked(session))
    close_check(actor=leading, check=check)
    confirm_outcome(actor=leading, item=only_item(check), outcome="agreed")
    board = board_for(session, leading)
    assert board.waiting == []
    assert board.points[0].is_settled_here
