"""Checks opened and answered. Answers hang on handles; nobody reads a tally before the close."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from supportroom.journal.door import action
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.errors import Denied
from supportroom.points.actions.board import fresh, hold, note, note_unnamed, turn
from supportroom.points.actions.words import said
from supportroom.points.counting import shown_count
from supportroom.points.lifecycle import POINT
from supportroom.points.models import Check, CheckItem, Point, Position
from supportroom.points.subjects import Subject
from supportroom.points.vocabulary import CANNOT_ACCEPT, CHOICES, OPEN
from supportroom.protection.handles import handle_for
from supportroom.rounds.models import Session

LONGEST_REASON = 2000


@dataclass(frozen=True)
class Answer:
    """What somebody answers to one item of a check."""

    item: CheckItem
    choice: str
    reason: str = ""


@action("points.open_check", on="session")
def open_check(
    *, actor: Actor, session: Session, points: Sequence[Point] = (), subjects: Sequence[Subject] = ()
) -> Check:
    """Ask the session about points or texts, in this order; the words asked about are kept with the question.

    DomainError `points.nothing_chosen`, `points.check_open` (one at a time), `kernel.not_now` for a point that is in a
    check or settled, `points.not_in_round`, `rounds.session_not_open`.
    """
    held = hold(session)
    refuse_unless(points or subjects, "points.nothing_chosen")
    asked = Check.objects.filter(session=held)
    refuse_unless(not asked.filter(state=OPEN).exists(), "points.check_open")
    check = create(Check, session=held, position=(asked.aggregate(last=Max("position"))["last"] or 0) + 1)
    taken = [advance(fresh(point, held), POINT, "check") for point in points]
    for position, point in enumerate(taken, start=1):
        create(CheckItem, check_asked=check, point=point, wording=point.content, position=position)
    for position, subject in enumerate(subjects, start=len(taken) + 1):
        create(
            CheckItem,
            check_asked=check,
            subject=subject.reference,
            subject_version=subject.version,
            wording=subject.wording,
            position=position,
        )
    turn(held, **({"focus": taken[0]} if taken else {}))
    note(held, check, actor, items=len(taken) + len(subjects))
    return check


@action("points.take_position", on="item")
def take_position(*, actor: Actor, item: CheckItem, choice: str, reason: str = "", language: str = "") -> CheckItem:
    """Answer one item, or change one's answer until the check is closed.

    DomainError `points.check_closed`, `points.reason_needed` (with `cannot_accept`), `points.no_such_choice`,
    `kernel.too_long`, `kernel.unknown_language`, `protection.key_gone`.
    """
    check = item.check_asked
    _answer(actor, check, [Answer(item, choice, reason)], language)
    return item


@action("points.take_positions", on="check")
def take_positions(*, actor: Actor, check: Check, answers: Sequence[Answer], language: str = "") -> Check:
    """Answer several items of a check at once: all or none. DomainErrors as above, and `points.nothing_chosen`."""
    refuse_unless(answers, "points.nothing_chosen")
    _answer(actor, check, answers, language)
    return check


def _answer(actor: Actor, check: Check, answers: Sequence[Answer], language: str) -> None:
    """Write answers if the stored check is still open: decided here, inside the transaction, nowhere else (R09)."""
    session = Session.objects.select_for_update(no_key=True).get(pk=check.session_id)
    is_open = Check.objects.filter(pk=check.pk, state=OPEN, session__state=OPEN).exists()
    refuse_unless(is_open, "points.check_closed")
    if actor.person_id is None:
        raise Denied("kernel.denied")
    handle = handle_for(session.pk, actor.person_id)
    is_shown = [_put(answer, check, handle, language, session.present or 0) for answer in answers]
    if any(is_shown):
        turn(session)
    note_unnamed(session, check)


def _put(answer: Answer, check: Check, handle: str, language: str, present: int) -> bool:
    """Write one answer; tell whether the number that everybody is shown has changed."""
    refuse_unless(answer.choice in CHOICES, "points.no_such_choice")
    refuse_unless(answer.item.check_asked_id == check.pk, "points.check_closed")
    refuse_unless(answer.choice != CANNOT_ACCEPT or answer.reason.strip(), "points.reason_needed")
    reason = said(language, answer.reason, longest=LONGEST_REASON) if answer.reason.strip() else ""
    fields: dict[str, Any] = {"choice": answer.choice, "reason": reason, "language": language if reason else ""}
    known = Position.objects.filter(item=answer.item, handle=handle).first()
    if known:
        change(known, **fields)
        return False
    create(Position, item=answer.item, handle=handle, **fields)
    shown = shown_count(Position.objects.filter(item=answer.item).count(), present)
    return bool(CheckItem.objects.filter(pk=answer.item.pk).exclude(answered=shown).update(answered=shown))
