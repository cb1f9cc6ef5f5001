"""The day's check-in: who came. It names nobody in the journal, and is gone when the report is published."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from supportroom.journal.door import action, record_unnamed
from supportroom.journal.writing import create, erase_all, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.people.models import Person
from supportroom.people.vocabulary import TEAM
from supportroom.rounds.actions.rounds import refuse_if_over
from supportroom.rounds.attendance import is_day_of, today_of
from supportroom.rounds.models import CheckIn, Participant


@action("rounds.check_in", on="participant")
def check_in(*, actor: Actor, participant: Participant, day: date | None = None) -> CheckIn:
    """Note that a participant came today, by the round's clock; the team also for an earlier day of the round.

    Harmless when repeated. DomainError `rounds.not_its_day`, `rounds.today_only`, `rounds.round_over`.
    """
    held, on = _held(actor, participant, day)
    found = held.check_ins.filter(day=on).first()
    _record(held, on)
    return found or create(CheckIn, participant=held, day=on)


@action("rounds.undo_check_in", on="participant")
def undo_check_in(*, actor: Actor, participant: Participant, day: date | None = None) -> None:
    """Take a day's check-in back; harmless where there is none. Refused as `check_in` is."""
    held, on = _held(actor, participant, day)
    erase_all(held.check_ins.filter(day=on))
    _record(held, on)


def _held(actor: Actor, participant: Participant, day: date | None) -> tuple[Participant, date]:
    """Hold the participant's row, so that two check-ins at once make one; refuse a day that is not theirs to note."""
    refuse_if_over(participant.round)
    rows = Participant.objects.select_for_update(no_key=True, of=("self",)).select_related("round")
    held = rows.filter(pk=participant.pk).first()
    refuse_unless(held, "kernel.not_now")
    assert held
    today = today_of(held.round)
    on = day or today
    refuse_unless(is_day_of(held.round, on), "rounds.not_its_day")
    refuse_unless(on == today or actor.holds(TEAM, "system"), "rounds.today_only")
    return held, on


def _record(participant: Participant, day: date) -> None:
    """Journal it without saying who came, or when in the day."""
    midnight = datetime.combine(day, time(), ZoneInfo(participant.round.time_zone))
    record_unnamed(participant.round, at=midnight)


def forget_person(person: Person) -> None:
    """Forget on which days somebody came; inside the action that forgets them (S43)."""
    erase_all(CheckIn.objects.filter(participant__person=person))
