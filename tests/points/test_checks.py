import pytest

from supportroom.journal.models import Entry
from supportroom.kernel.actors import SYSTEM, Actor
from supportroom.kernel.errors import Denied, DomainError
from supportroom.kernel.multilingual import multilingual
from supportroom.people.models import Person
from supportroom.points.actions import (
    Answer,
    Subject,
    close_check,
    confirm_agreed,
    confirm_outcome,
    give_up_point,
    open_check,
    take_position,
    take_positions,
    take_up_again,
)
from supportroom.points.models import Board, CheckItem, Point, Position, Reason
from supportroom.points.queries import agreement_on
from supportroom.room.actions import amend_charter
from supportroom.room.models import Room
from supportroom.rounds.models import Session
from tests.factories.personas import actor_of
from tests.factories.points import actors_of, answered, asked, closed, imported, only_item, raised, settle


def test_a_check_keeps_the_words_it_asks_about_and_puts_them_into_focus(session: Session) -> None:
    one, two = imported(session, 2)
    check = asked(session, two, one)
    assert [str(item.wording) for item in check.items.all()] == [str(two.content), str(one.content)]
    assert {point.state for point in Point.objects.all()} == {"checked"}
    assert Board.objects.get().focus == two


def test_one_check_is_open_at_a_time_and_it_asks_something(session: Session, leading: Actor) -> None:
    one, two = imported(session, 2)
    with pytest.raises(DomainError, match="nothing_chosen"):
        open_check(actor=leading, session=session, points=[])
    asked(session, one)
    with pytest.raises(DomainError, match="check_open"):
        asked(session, two)
    assert Point.objects.get(pk=two.pk).state == "raised"


def test_an_answer_can_be_changed_until_the_close_and_counts_once(session: Session, taking_part: Actor) -> None:
    item = only_item(asked(session))
    take_position(actor=taking_part, item=item, choice="cannot_accept", reason="Too costly.", language="en")
    take_position(actor=taking_part, item=item, choice="live_with")
    position = Position.objects.get()
    assert (position.choice, position.reason) == ("live_with", "")
    closed(item.check_asked)
    assert CheckItem.objects.get().tally == {"support": 0, "live_with": 1, "stand_aside": 0, "cannot_accept": 0}


def test_several_items_are_answered_at_once_or_not_at_all(session: Session, taking_part: Actor) -> None:
    check = asked(session, *imported(session, 2))
    one, two = check.items.all()
    with pytest.raises(DomainError, match="reason_needed"):
        take_positions(actor=taking_part, check=check, answers=[Answer(one, "support"), Answer(two, "cannot_accept")])
    assert not Position.objects.exists()
    take_positions(actor=taking_part, check=check, answers=[Answer(one, "support"), Answer(two, "stand_aside")])
    assert sorted(Position.objects.values_list("choice", flat=True)) == ["stand_aside", "support"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"choice": "cannot_accept"}, "points.reason_needed"),
        ({"choice": "cannot_accept", "reason": "  "}, "points.reason_needed"),
        ({"choice": "maybe"}, "points.no_such_choice"),
        ({"choice": "support", "reason": "x" * 2001}, "kernel.too_long"),
    ],
)
def test_what_is_no_answer_is_refused(session: Session, taking_part: Actor, answer: dict[str, str], code: str) -> None:
    item = only_item(asked(session))
    with pytest.raises(DomainError) as refused:
        take_position(actor=taking_part, item=item, language="en", **answer)
    assert refused.value.code == code


def test_an_answer_after_the_close_is_refused_with_its_own_words(session: Session, taking_part: Actor) -> None:
    item = only_item(asked(session))
    closed(item.check_asked)
    with pytest.raises(DomainError, match="check_closed"):
        take_position(actor=taking_part, item=item, choice="support")


def test_only_those_who_take_part_answer(session: Session, team: Person, stranger: Person) -> None:
    item = only_item(asked(session))
    for person in (team, stranger):
        with pytest.raises(Denied):
            take_position(actor=actor_of(person), item=item, choice="support")
    with pytest.raises(Denied):
        take_position(actor=SYSTEM, item=item, choice="support")


def test_s14_nobodys_answer_is_stored_once_the_check_is_closed_only_the_tally_and_reasons_without_whose(
    session: Session,
) -> None:
    check = answered(asked(session), ["support", "support", "live_with", "stand_aside", "cannot_accept", "support"])
    assert Position.objects.count() == 6
    closed(check)
    item = CheckItem.objects.get()
    assert item.tally == {"support": 3, "live_with": 1, "stand_aside": 1, "cannot_accept": 1}
    assert (item.present, item.proposal) == (7, "remaining")
    assert item.why[0] == {"code": "objections", "objections": 1, "allowed": 0}
    assert [(r.choice, r.text, r.language) for r in Reason.objects.all()] == [
        ("cannot_accept", "It helps nobody.", "en")
    ]
    assert not Position.objects.exists()
    assert {entry.actor for entry in Entry.objects.filter(action__startswith="points.")} == {"unnamed"}


def test_the_rule_of_the_charter_decides_what_is_proposed(session: Session, room: Room) -> None:
    room.refresh_from_db()
    amend_charter(actor=SYSTEM, room=room, seen=room.version, rule_kind="consensus_minus", rule_minus=1)
    closed(answered(asked(session), ["support"] * 4 + ["cannot_accept"]))
    assert CheckItem.objects.get().proposal == "agreed"


def test_how_many_were_present_is_never_fewer_than_answered_nor_more_than_take_part(
    session: Session, leading: Actor
) -> None:
    check = answered(asked(session), ["support"] * 4)
    with pytest.raises(DomainError, match="too_many_present"):
        close_check(actor=leading, check=check, present=8)
    closed(check, present=2)
    assert CheckItem.objects.get().present == 4


def test_a_check_is_closed_once(session: Session) -> None:
    check = asked(session)
    closed(check)
    with pytest.raises(DomainError, match="not_now"):
        closed(check)


def test_what_the_rule_calls_agreed_is_agreed_once_the_facilitator_confirms(session: Session, leading: Actor) -> None:
    item = only_item(closed(answered(asked(session))))
    assert Point.objects.get().state == "checked"
    confirm_outcome(actor=leading, item=item, outcome="agreed")
    point = Point.objects.get()
    assert (point.state, point.settled_in) == ("agreed", session)


def test_the_facilitator_sends_it_to_further_discussion_with_a_word_and_not_without(
    session: Session, leading: Actor
) -> None:
    item = only_item(closed(answered(asked(session))))
    with pytest.raises(DomainError, match="word_needed"):
        confirm_outcome(actor=leading, item=item, outcome="remaining", word=" ")
    confirm_outcome(actor=leading, item=item, outcome="remaining", word="Half the room was cut off.")
    assert (Point.objects.get().state, CheckItem.objects.get().word) == ("remaining", "Half the room was cut off.")


def test_against_the_rule_nothing_is_agreed(session: Session, leading: Actor) -> None:
    item = only_item(closed(asked(session)))
    with pytest.raises(DomainError, match="rule_says_remaining"):
        confirm_outcome(actor=leading, item=item, outcome="agreed")


def test_an_outcome_is_confirmed_once_and_after_the_close(session: Session, leading: Actor) -> None:
    item = only_item(answered(asked(session)))
    with pytest.raises(DomainError, match="not_confirmed"):
        confirm_outcome(actor=leading, item=item, outcome="agreed")
    closed(item.check_asked)
    confirm_outcome(actor=leading, item=item, outcome="agreed")
    with pytest.raises(DomainError, match="not_confirmed"):
        confirm_outcome(actor=leading, item=item, outcome="agreed")


def test_all_that_the_rule_calls_agreed_is_confirmed_at_once(session: Session, leading: Actor) -> None:
    check = asked(session, *imported(session, 3))
    *kept, last = CheckItem.objects.select_related("check_asked__session")
    for actor in actors_of(session):
        for item in kept:
            take_position(actor=actor, item=item, choice="support")
        take_position(actor=actor, item=last, choice="cannot_accept", reason="No.", language="en")
    closed(check)
    confirm_agreed(actor=leading, check=check)
    assert sorted(point.state for point in Point.objects.all()) == ["agreed", "agreed", "checked"]
    with pytest.raises(DomainError, match="not_confirmed"):
        confirm_agreed(actor=leading, check=check)


def test_a_settled_point_is_taken_up_again_and_a_remaining_one_given_up(session: Session, leading: Actor) -> None:
    (point,) = imported(session, 1)
    settle(session, {point.pk: True})
    assert take_up_again(actor=leading, session=session, point=point).settled_in is None
    assert give_up_point(actor=leading, session=session, point=point).settled_in == session
    assert Point.objects.get().state == "not_agreed"


def test_a_text_of_a_higher_floor_is_adopted_by_a_check_in_the_version_that_was_asked_about(
    session: Session, leading: Actor
) -> None:
    wording = multilingual("ar", ar="نقرّ البيان", en="We adopt the statement")
    subject = Subject("statements.statement:12", 3, wording)
    check = answered(open_check(actor=leading, session=session, subjects=[subject]))
    closed(check)
    assert agreement_on("statements.statement:12", 3) is None
    item = only_item(check)
    confirm_outcome(actor=leading, item=item, outcome="agreed")
    assert agreement_on("statements.statement:12", 3) == item
    assert agreement_on("statements.statement:12", 4) is None


def test_participants_and_the_team_do_not_run_checks(session: Session, taking_part: Actor, team: Person) -> None:
    point = raised(session)
    for actor in (taking_part, actor_of(team)):
        with pytest.raises(Denied):
            open_check(actor=actor, session=session, points=[point])
