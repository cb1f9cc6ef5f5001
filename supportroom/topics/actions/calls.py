"""The call for topics: opened, changed while it runs, ended, and its marks counted once."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import advance, change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.clock import now
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.lifecycle import ROUND
from supportroom.rounds.models import Round
from supportroom.rounds.vocabulary import DRAFT, PREPARING, PUBLISHED
from supportroom.topics.models import Call, Topic
from supportroom.topics.queries import marks_of
from supportroom.topics.ranking import orders_told


def refuse_unless_prepared(round: Round) -> None:
    """Raise DomainError `topics.round_over` when the round has begun, as the database has it now."""
    refuse_unless(Round.objects.filter(pk=round.pk, state__in=PREPARING).exists(), "topics.round_over")


def refuse_if_published(round: Round) -> None:
    """Raise DomainError `topics.round_over` when the round's report is out: nothing of it changes after that."""
    refuse_unless(Round.objects.filter(pk=round.pk).exclude(state=PUBLISHED).exists(), "topics.round_over")


def held_call(round: Round) -> Call | None:
    """Give a round's call and hold it until the end of the action: what bounds its marks happens one after another."""
    return Call.objects.select_for_update(no_key=True).filter(round=round.pk).first()


def held_open_call(round: Round) -> Call:
    """Hold the call; DomainError `topics.call_not_open` unless it is open at this instant and the round in
    preparation.
    """
    call = held_call(round)
    is_open = call is not None and call.is_open(now())
    refuse_unless(is_open and Round.objects.filter(pk=round.pk, state__in=PREPARING).exists(), "topics.call_not_open")
    assert call is not None
    return call


def counted(call: Call, *, is_over: bool | None = None) -> Call:
    """Count the marks of a call that is over, if that was not done: before anything changes them."""
    if call.is_counted or not (call.is_over(now()) if is_over is None else is_over):
        return call
    figures = [asdict(order) for order in orders_told(marks_of(call.round))]
    return change(call, is_counted=True, figures=figures)


@action("topics.open_call", on="round")
def open_call(
    *,
    actor: Actor,
    round: Round,
    opens_at: datetime,
    closes_at: datetime,
    marks: int,
    text: MultilingualText | None = None,
) -> Call:
    """Call for topics: every member may follow the round from now on, and a draft goes over to the call.

    DomainError `topics.call_dates`, `topics.call_past`, `topics.called_already`, `topics.round_over`.
    """
    held = Round.objects.select_for_update(no_key=True).get(pk=round.pk)
    refuse_unless(held.state in PREPARING, "topics.round_over")
    refuse_unless(not Call.objects.filter(round=round).exists(), "topics.called_already")
    _refuse_wrong(opens_at, closes_at)
    call = create(
        Call, round=round, opens_at=opens_at, closes_at=closes_at, marks=marks, text=text or MultilingualText()
    )
    change(held, is_open_to_members=True)
    if held.state == DRAFT:
        advance(held, ROUND, "call")
    round.refresh_from_db()
    record(call, actor=actor, round=round.pk)
    return call


def _refuse_wrong(opens_at: datetime, closes_at: datetime) -> None:
    refuse_unless(opens_at < closes_at, "topics.call_dates")
    refuse_unless(closes_at > now(), "topics.call_past")


@action("topics.amend_call", on="call")
def amend_call(*, actor: Actor, call: Call, seen: int | None = None, **fields: Any) -> Call:
    """Change dates, marks or words of a call; once it is over the words alone, since its figures stand still.

    Stale where somebody was faster; DomainError `topics.call_over`, `topics.call_dates`, `topics.call_past`,
    `topics.round_over`.
    """
    refuse_unless_prepared(call.round)
    held = held_call(call.round) or call
    changed = {name for name, value in fields.items() if name != "text" and value != getattr(held, name)}
    if changed:
        refuse_unless(not held.is_over(now()), "topics.call_over")
        _refuse_wrong(fields.get("opens_at", held.opens_at), fields.get("closes_at", held.closes_at))
    change(call, seen=seen, **fields)
    record(call, actor=actor, fields=sorted(fields))
    return call


@action("topics.close_call", on="call")
def close_call(*, actor: Actor, call: Call) -> Call:
    """End a call now, and count its marks. DomainError `topics.call_not_open` where it is not open."""
    held = held_open_call(call.round)
    change(held, closes_at=now())
    counted(held)
    record(call, actor=actor, round=call.round_id)
    call.refresh_from_db()
    return call


@action("topics.count_marks", on="call")
def count_marks(*, actor: Actor, call: Call) -> Call:
    """Count the marks of a call that is over, once. DomainError `topics.call_runs`, `kernel.not_now` if it is done."""
    held = held_call(call.round) or call
    refuse_unless(held.is_over(now()), "topics.call_runs")
    refuse_unless(not held.is_counted, "kernel.not_now")
    counted(held)
    record(call, actor=actor, round=call.round_id)
    call.refresh_from_db()
    return call


def freshly(topic: Topic) -> Topic:
    """Read a topic's state anew, once the call is held."""
    topic.refresh_from_db(fields=["state", "version", "merged_into"])
    return topic
