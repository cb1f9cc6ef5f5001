"""Checks closed, and what comes of them."""

import random
from collections import Counter
from typing import Any

from supportroom.journal.door import action
from supportroom.journal.writing import advance, change, create_many, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.points.actions.board import fresh, hold, note, turn
from supportroom.points.consensus import Rule, Tally, judge
from supportroom.points.lifecycle import CHECK, POINT
from supportroom.points.models import Check, CheckItem, Point, Position, Reason
from supportroom.points.vocabulary import AGREED, CHOICES, CLOSED, REMAINING
from supportroom.rendering.clean import clean
from supportroom.room.queries import charter
from supportroom.rounds.models import Session
from supportroom.rounds.queries import participants_of_session

LONGEST_WORD = 500


@action("points.close_check", on="check")
def close_check(*, actor: Actor, check: Check, present: int | None = None) -> Check:
    """Close a check: the tally is kept, the room's rule applied, reasons kept in no order, the answers erased.

    `present` is how many were there, by default as counted at the session's opening; never fewer than answered.
    DomainError `kernel.not_now` where it is closed already, `rounds.too_many_present`, `rounds.session_not_open`.
    """
    held = hold(check.session)
    taking_part = participants_of_session(held).count()
    refuse_unless(present is None or 0 <= present <= taking_part, "rounds.too_many_present")
    closed = advance(Check.objects.get(pk=check.pk), CHECK, "close")
    positions = list(Position.objects.filter(item__check_asked=closed))
    there = max((held.present if present is None else present) or 0, len({position.handle for position in positions}))
    for item in closed.items.all():
        _count(item, [position for position in positions if position.item_id == item.pk], there)
    _keep_reasons(positions)
    erase_all(Position.objects.filter(item__check_asked=closed))
    turn(held)
    note(held, closed, actor)
    return closed


def room_rule() -> Rule:
    """Give the room's rule as the charter has it now."""
    room = charter()
    return Rule(room.rule_kind, room.rule_minus, room.rule_share, room.rule_quorum)


def _count(item: CheckItem, positions: list[Position], present: int) -> None:
    counts = Counter(position.choice for position in positions)
    tally = {choice: counts[choice] for choice in CHOICES}
    result = judge(room_rule(), Tally(**tally, present=present))
    why = [{"code": ground.code, **ground.numbers} for ground in result.reasons]
    change(item, tally=tally, present=present, proposal=result.outcome, why=why)


def _keep_reasons(positions: list[Position]) -> None:
    rows: list[dict[str, Any]] = [
        {"item_id": p.item_id, "choice": p.choice, "text": p.reason, "language": p.language}
        for p in positions
        if p.reason
    ]
    random.SystemRandom().shuffle(rows)
    create_many(Reason, rows)


@action("points.confirm_outcome", on="item")
def confirm_outcome(*, actor: Actor, item: CheckItem, outcome: str, word: str = "") -> CheckItem:
    """Confirm what the rule says, or send it to further discussion with a word why; what remains stays on the list.

    DomainError `points.not_confirmed` (still open, or decided already), `points.rule_says_remaining`,
    `points.word_needed`, `kernel.too_long`.
    """
    held = hold(item.check_asked.session)
    decided = _decide(held, item, outcome, clean(word))
    turn(held)
    note(held, decided, actor, outcome=outcome)
    return decided


@action("points.confirm_agreed", on="check")
def confirm_agreed(*, actor: Actor, check: Check) -> Check:
    """Confirm at once everything in a closed check of which the rule says that it is agreed.

    DomainError `points.not_confirmed` where there is nothing to confirm.
    """
    held = hold(check.session)
    waiting = list(CheckItem.objects.filter(check_asked=check, proposal=AGREED, outcome=""))
    refuse_unless(waiting, "points.not_confirmed")
    for item in waiting:
        _decide(held, item, AGREED, "")
    turn(held)
    note(held, check, actor, outcome=AGREED, items=len(waiting))
    return check


def _decide(session: Session, item: CheckItem, outcome: str, word: str) -> CheckItem:
    decided = CheckItem.objects.select_related("check_asked", "point").get(pk=item.pk)
    is_waiting = decided.check_asked.state == CLOSED and not decided.outcome
    refuse_unless(is_waiting and outcome in (AGREED, REMAINING), "points.not_confirmed")
    refuse_unless(outcome == REMAINING or decided.proposal == AGREED, "points.rule_says_remaining")
    refuse_unless(outcome == AGREED or word, "points.word_needed")
    refuse_unless(len(word) <= LONGEST_WORD, "kernel.too_long", limit=LONGEST_WORD)
    change(decided, outcome=outcome, word=word)
    if decided.point and outcome == AGREED:
        advance(decided.point, POINT, "agree", settled_in=session)
    elif decided.point:
        advance(decided.point, POINT, "send_on")
    return decided


@action("points.take_up_again", on="session")
def take_up_again(*, actor: Actor, session: Session, point: Point) -> Point:
    """Put a settled point back on the list. DomainError `kernel.not_now`, `points.not_in_round`."""
    held = hold(session)
    taken = advance(fresh(point, held), POINT, "take_up_again", settled_in=None)
    turn(held)
    note(held, taken, actor)
    return taken


@action("points.give_up_point", on="session")
def give_up_point(*, actor: Actor, session: Session, point: Point) -> Point:
    """Settle that a remaining point is not agreed. DomainError `kernel.not_now`, `points.not_in_round`."""
    held = hold(session)
    settled = advance(fresh(point, held), POINT, "give_up", settled_in=held)
    turn(held)
    note(held, settled, actor)
    return settled
