"""Lists corrected by a person: taken in whole, left out whole, named, and placed for all of their items."""

from collections.abc import Sequence

from supportroom.intake.actions.holding import hold
from supportroom.intake.models import IntakeGroup
from supportroom.journal.door import action, record
from supportroom.journal.writing import change
from supportroom.kernel.actors import Actor
from supportroom.register.models import Addressee
from supportroom.room.models import Pillar


@action("intake.amend_group", on="group")
def amend_group(
    *,
    actor: Actor,
    group: IntakeGroup,
    heading: str,
    pillar: Pillar | None = None,
    addressees: Sequence[Addressee] = (),
    themes: Sequence[str] = (),
    seen: int | None = None,
) -> IntakeGroup:
    """Name a list and say where its recommendations will stand; Stale where somebody was faster."""
    intake = hold(group.intake_id)
    chosen = [addressee.pk for addressee in addressees]
    change(group, seen=seen, heading=heading, pillar=pillar, addressees=chosen, themes=list(themes))
    record(intake, actor=actor)
    return group


@action("intake.take_group", on="group")
def take_group(*, actor: Actor, group: IntakeGroup) -> IntakeGroup:
    """Mark all items of a list to be recorded."""
    return _mark(actor, group, is_taken=True)


@action("intake.drop_group", on="group")
def drop_group(*, actor: Actor, group: IntakeGroup) -> IntakeGroup:
    """Leave all items of a list out."""
    return _mark(actor, group, is_taken=False)


def _mark(actor: Actor, group: IntakeGroup, *, is_taken: bool) -> IntakeGroup:
    intake = hold(group.intake_id)
    for item in group.items.exclude(is_taken=is_taken):
        change(item, is_taken=is_taken)
    record(intake, actor=actor)
    return group
