"""Every pair of a point's state and a verb, done by the product's actions: the table's step, or a refusal."""

from collections.abc import Callable

import pytest
from django.db import transaction

from supportroom.kernel.errors import DomainError
from supportroom.points.actions import (
    confirm_outcome,
    give_up_point,
    merge_points,
    open_check,
    restore_point,
    split_point,
    take_up_again,
    withdraw_point,
)
from supportroom.points.lifecycle import POINT
from supportroom.points.models import CheckItem, Point
from supportroom.rounds.models import Session
from tests.factories.points import answered, asked, closed, leader, only_item, raised, settle

Act = Callable[[Session, Point], object]


def by_leader(action: Callable[..., object], **fields: object) -> Act:
    return lambda session, point: action(actor=leader(session), session=session, point=point, **fields)


def confirmed(outcome: str) -> Act:
    def act(session: Session, point: Point) -> object:
        item = CheckItem.objects.filter(point=point).select_related("check_asked__session").last()
        if item is None or item.outcome:
            raise DomainError("kernel.not_now")
        return confirm_outcome(actor=leader(session), item=item, outcome=outcome, word="A word.")

    return act


def merged(session: Session, point: Point) -> object:
    return merge_points(actor=leader(session), session=session, points=[point], into=raised(session, text="Target"))


DO: dict[str, Act] = {
    "check": lambda session, point: open_check(actor=leader(session), session=session, points=[point]),
    "agree": confirmed("agreed"),
    "send_on": confirmed("remaining"),
    "take_up_again": by_leader(take_up_again),
    "give_up": by_leader(give_up_point),
    "merge": merged,
    "split": by_leader(split_point, parts=[("en", "One"), ("en", "Two")]),
    "withdraw": by_leader(withdraw_point),
    "restore": by_leader(restore_point),
}


def given_up(session: Session, point: Point) -> None:
    settle(session, {point.pk: False})
    DO["give_up"](session, point)


def left_alone(session: Session, point: Point) -> None:
    pass


LEAD_TO: dict[str, Act] = {
    "raised": left_alone,
    "checked": lambda session, point: closed(answered(asked(session, point))),
    "agreed": lambda session, point: settle(session, {point.pk: True}),
    "remaining": lambda session, point: settle(session, {point.pk: False}),
    "not_agreed": given_up,
    "merged": merged,
    "split": DO["split"],
    "withdrawn": DO["withdraw"],
}


def test_every_verb_and_state_of_the_table_is_tried_here() -> None:
    assert set(DO) == set(POINT.verbs)
    assert set(LEAD_TO) == set(POINT.states)


@pytest.mark.parametrize("state", POINT.states)
def test_every_step_from_a_state_is_taken_as_the_table_says_or_refused(session: Session, state: str) -> None:
    point = raised(session)
    LEAD_TO[state](session, point)
    for verb in POINT.verbs:
        with transaction.atomic():
            try_step(session, point, state, verb)
            transaction.set_rollback(True)


def try_step(session: Session, point: Point, state: str, verb: str) -> None:
    if POINT.allows(state, verb):
        DO[verb](session, point)
        assert Point.objects.get(pk=point.pk).state == POINT.step(state, verb).target
    else:
        with pytest.raises(DomainError) as refused:
            DO[verb](session, point)
        assert refused.value.code == "kernel.not_now", verb
        assert Point.objects.get(pk=point.pk).state == state


def test_a_check_that_is_closed_is_not_closed_again(session: Session) -> None:
    check = asked(session)
    closed(check)
    with pytest.raises(DomainError, match="not_now"):
        closed(check)
    assert only_item(check).proposal == "remaining"
