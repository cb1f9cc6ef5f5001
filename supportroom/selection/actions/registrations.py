"""Open registration: its window and its published criteria."""

from datetime import datetime
from typing import Any

from supportroom.journal.door import action, record
from supportroom.journal.writing import change, create, refuse_unless
from supportroom.kernel.actors import Actor
from supportroom.kernel.multilingual import MultilingualText
from supportroom.rounds.models import Round
from supportroom.selection.actions.holding import held_round
from supportroom.selection.models import Registration


@action("selection.open_registration", on="round")
def open_registration(
    *, actor: Actor, round: Round, opens_at: datetime, closes_at: datetime, criteria: MultilingualText
) -> Registration:
    """Let every member register between two instants, by these criteria; members see the round from now on.

    DomainError `selection.registration_stands`, `selection.registration_dates`, `selection.criteria_needed`,
    `selection.round_over`.
    """
    refuse_unless(opens_at < closes_at, "selection.registration_dates")
    refuse_unless(criteria, "selection.criteria_needed")
    held = held_round(round)
    refuse_unless(not Registration.objects.filter(round=held).exists(), "selection.registration_stands")
    registration = create(Registration, round=held, opens_at=opens_at, closes_at=closes_at, criteria=criteria)
    if not held.is_open_to_members:
        change(held, is_open_to_members=True)
    record(registration, actor=actor, round=held.pk)
    return registration


@action("selection.amend_registration", on="registration")
def amend_registration(
    *, actor: Actor, registration: Registration, seen: int | None = None, **fields: Any
) -> Registration:
    """Change window or criteria; who registered stays registered.

    Stale where somebody was faster; DomainError as `open_registration`.
    """
    opens_at = fields.get("opens_at", registration.opens_at)
    refuse_unless(opens_at < fields.get("closes_at", registration.closes_at), "selection.registration_dates")
    refuse_unless(fields.get("criteria", registration.criteria), "selection.criteria_needed")
    held_round(registration.round)
    change(registration, seen=seen, **fields)
    record(registration, actor=actor, fields=sorted(fields))
    return registration
